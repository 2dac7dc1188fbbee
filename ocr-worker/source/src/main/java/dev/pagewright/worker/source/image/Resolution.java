package dev.pagewright.worker.source.image;

import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What an image says of its resolution, where it can be believed. */
final class Resolution {

    private static final double LEAST = 36;
    private static final double GREATEST = 4800;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    /** What cameras and programs write without having measured anything. */
    private static final double WRITTEN_BLINDLY = 97;

    private static final double LONGEST_SHEET = 20;

    private Resolution() {}

    /** In pixels an inch; 0 where none is told, or nonsense. */
    static double of(@Nullable IIOMetadata metadata, int width, int height) {
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return 0;
        }
        var root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        double horizontal = told(root, "HorizontalPixelSize");
        double vertical = told(root, "VerticalPixelSize");
        if (horizontal == 0 || vertical == 0 || Math.abs(horizontal - vertical) > 0.02 * horizontal) {
            return 0; // a fax's two resolutions are judged by whoever looks at the letters
        }
        boolean blind = horizontal < WRITTEN_BLINDLY && Math.max(width, height) / horizontal > LONGEST_SHEET;
        return blind ? 0 : horizontal;
    }

    private static double told(Element root, String name) {
        NodeList sizes = root.getElementsByTagName(name);
        if (sizes.getLength() == 0) {
            return 0;
        }
        double resolution = MILLIMETRES_PER_INCH / Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
        return resolution >= LEAST && resolution <= GREATEST ? resolution : 0;
    }
}
