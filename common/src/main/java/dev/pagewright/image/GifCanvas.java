package dev.pagewright.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The frames of a GIF as they are seen: each drawn over what earlier ones left (GIF89a, 23). Keeps the last one, so that
 * reading in order draws each frame once. Not thread-safe.
 */
public final class GifCanvas {

    private static final int TO_BACKGROUND = 2;
    private static final int TO_PREVIOUS = 3;

    private final ImageReader reader;
    private @Nullable BufferedImage canvas;
    private int drawn = -1;
    /** What is done to the canvas before the next frame. */
    private Runnable disposal = () -> {};

    public GifCanvas(ImageReader reader) {
        this.reader = reader;
    }

    /** Size of the logical screen, or of the first frame where it tells none that holds it. */
    public Rectangle size() throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        IIOMetadata metadata = reader.getStreamMetadata();
        if (metadata == null) {
            return new Rectangle(width, height);
        }
        var root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return new Rectangle(
                Math.max(width, number(root, "LogicalScreenDescriptor", "logicalScreenWidth")),
                Math.max(height, number(root, "LogicalScreenDescriptor", "logicalScreenHeight")));
    }

    /** The screen with its transparency, which the next call draws over. */
    public BufferedImage read(int frame) throws IOException {
        BufferedImage screen = canvas;
        if (screen == null || frame <= drawn) {
            Rectangle size = size();
            screen = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
            canvas = screen;
            drawn = -1;
            disposal = () -> {};
        }
        while (drawn < frame) {
            disposal.run();
            draw(screen, drawn + 1);
            drawn++;
        }
        return screen;
    }

    private void draw(BufferedImage screen, int frame) throws IOException {
        BufferedImage image = reader.read(frame);
        IIOMetadata metadata = reader.getImageMetadata(frame);
        var root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        int left = number(root, "ImageDescriptor", "imageLeftPosition");
        int top = number(root, "ImageDescriptor", "imageTopPosition");
        String method = text(root, "GraphicControlExtension", "disposalMethod");
        Rectangle place = new Rectangle(left, top, image.getWidth(), image.getHeight())
                .intersection(new Rectangle(screen.getWidth(), screen.getHeight()));
        disposal = disposal(screen, place, code(method));
        paint(screen, AlphaComposite.SrcOver, graphics -> graphics.drawImage(image, left, top, null));
    }

    private static int code(String method) {
        return switch (method) {
            case "restoreToBackgroundColor" -> TO_BACKGROUND;
            case "restoreToPrevious" -> TO_PREVIOUS;
            default -> 0;
        };
    }

    private static Runnable disposal(BufferedImage screen, Rectangle place, int method) {
        if (place.isEmpty() || (method != TO_BACKGROUND && method != TO_PREVIOUS)) {
            return () -> {};
        }
        if (method == TO_BACKGROUND) {
            return () -> paint(
                    screen,
                    AlphaComposite.Clear,
                    graphics -> graphics.fillRect(place.x, place.y, place.width, place.height));
        }
        var before = new BufferedImage(place.width, place.height, BufferedImage.TYPE_INT_ARGB);
        paint(before, AlphaComposite.Src, graphics -> graphics.drawImage(screen, -place.x, -place.y, null));
        return () -> paint(screen, AlphaComposite.Src, graphics -> graphics.drawImage(before, place.x, place.y, null));
    }

    private static void paint(
            BufferedImage target, AlphaComposite composite, java.util.function.Consumer<Graphics2D> work) {
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setComposite(composite);
            work.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }

    private static int number(Element root, String element, String attribute) {
        String value = text(root, element, attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String text(Element root, String element, String attribute) {
        NodeList found = root.getElementsByTagName(element);
        return found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(attribute);
    }
}
