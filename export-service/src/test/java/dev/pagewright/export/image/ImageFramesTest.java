package dev.pagewright.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.hostile.HostileFile;
import dev.pagewright.hostile.HostilePictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ImageFramesTest {

    @TempDir
    Path directory;

    @Test
    void a_frame_of_a_gif_is_seen_with_what_earlier_ones_left() throws IOException {
        Path file = directory.resolve("frames.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(square(40, Color.WHITE), null, null), null);
            BufferedImage dot = square(4, Color.BLACK);
            writer.writeToSequence(new IIOImage(dot, null, at(writer, dot, 20, 10)), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }

        try (ImageFrames frames = ImageFrames.open(file)) {
            BufferedImage second = frames.read(1);

            assertThat(second.getWidth()).isEqualTo(40);
            assertThat(second.getRGB(1, 1)).isEqualTo(Color.WHITE.getRGB());
            assertThat(second.getRGB(21, 11)).isEqualTo(Color.BLACK.getRGB());
        }
    }

    static Stream<HostileFile> ofTheGreatestSize() {
        return HostilePictures.all().stream()
                .filter(file -> file.name().equals("a canvas of the greatest size")
                        || file.name().equals("a picture of the greatest size"));
    }

    @ParameterizedTest
    @MethodSource("ofTheGreatestSize")
    void what_has_more_pixels_than_can_be_drawn_is_too_large_whenever_it_is_asked_for(HostileFile hostile)
            throws IOException {
        Path file = Files.write(directory.resolve("large." + hostile.suffix()), hostile.bytes());

        try (ImageFrames frames = ImageFrames.open(file)) {
            assertThatThrownBy(() -> frames.read(0, 800))
                    .isInstanceOfSatisfying(ExportRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.FILE_TOO_LARGE));
        }
    }

    private static BufferedImage square(int side, Color colour) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, side, side);
        graphics.dispose();
        return image;
    }

    private static IIOMetadata at(ImageWriter writer, BufferedImage frame, int left, int top) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var place = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
        place.setAttribute("imageLeftPosition", Integer.toString(left));
        place.setAttribute("imageTopPosition", Integer.toString(top));
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
