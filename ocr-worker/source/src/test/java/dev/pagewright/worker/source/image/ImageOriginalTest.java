package dev.pagewright.worker.source.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.page.memory.HeapRoom;
import dev.pagewright.worker.page.memory.JvmHeap;
import dev.pagewright.worker.page.memory.PageMemory;
import dev.pagewright.worker.source.FilePicture;
import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.source.UnreadablePageException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageOriginalTest {

    private static final PageMemory MEMORY = new HeapRoom(new JvmHeap()).begin();

    private static final BoundingBox BAR = new BoundingBox(4, 2, 16, 6);

    /** 1 x 1 pixel, lossless. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "png, image/png, 1",
        "png, image/png, 10",
        "png, image/png, 11",
        "png, image/png, 12",
        "png, image/png, 13",
        "jpeg, image/jpeg, 1",
        "jpeg, image/jpeg, 10",
        "bmp, image/bmp, 5",
        "gif, image/gif, 13",
        "tiff, image/tiff, 1",
        "tiff, image/tiff, 11",
        "tiff, image/tiff, 12",
    })
    void readsWhatIsOnAPictureOfEachFormatAndDepth(String format, String mediaType, int type) throws Exception {
        Path file = directory.resolve("picture." + format);
        assertThat(ImageIO.write(picture(type), format, file.toFile())).isTrue();

        FilePicture page = read(file, mediaType, 1);

        assertThat(page.picture().width()).isEqualTo(32);
        assertThat(page.picture().height()).isEqualTo(16);
        assertThat(bar(page.picture().image())).isEqualTo(BAR);
        assertThat(page.picture().image().getRaster().getSample(30, 14, 0)).isGreaterThan(240);
    }

    @Test
    void readsWebp() throws Exception {
        Path file = Files.write(
                directory.resolve("picture.webp"), Base64.getDecoder().decode(WEBP));

        assertThat(read(file, "image/webp", 1).picture().width()).isEqualTo(1);
    }

    @Test
    void showsWhiteWhereAPictureIsTransparent() throws Exception {
        var image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(4, 2, 12, 4);
        graphics.dispose();
        Path file = directory.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());

        assertThat(bar(read(file, "image/png", 1).picture().image())).isEqualTo(BAR);
    }

    @Test
    void showsWhiteLettersOnNothingOnBlack() throws Exception {
        var image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(4, 2, 12, 4);
        graphics.dispose();
        Path file = directory.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());

        BufferedImage seen = read(file, "image/png", 1).picture().image();

        assertThat(seen.getRaster().getSample(5, 3, 0)).isEqualTo(255);
        assertThat(seen.getRaster().getSample(0, 0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAsExifTellsAndFindsTheWayBack(int orientation) throws Exception {
        Path file = directory.resolve("picture.jpg");
        Files.write(file, withExif(jpeg(picture(BufferedImage.TYPE_INT_RGB)), orientation));

        FilePicture page = read(file, "image/jpeg", 1);

        boolean sideways = orientation > 4;
        assertThat(page.picture().width()).isEqualTo(sideways ? 16 : 32);
        assertThat(page.toOriginal().apply(bar(page.picture().image()))).isEqualTo(BAR);
    }

    @Test
    void pagesOfATiffAreItsFrames() throws Exception {
        Path file = directory.resolve("pages.tiff");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(picture(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            writer.writeToSequence(
                    new IIOImage(new BufferedImage(7, 9, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }

        assertThat(read(file, "image/tiff", 1).picture().width()).isEqualTo(32);
        assertThat(read(file, "image/tiff", 2).picture().width()).isEqualTo(7);
        assertThatThrownBy(() -> read(file, "image/tiff", 3)).isInstanceOf(UnreadablePageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "CCITT T.4", "LZW", "PackBits"})
    void readsTheCompressionsOfFaxes(String compression) throws Exception {
        Path file = directory.resolve("fax.tiff");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.write(null, new IIOImage(picture(BufferedImage.TYPE_BYTE_BINARY), null, null), parameters);
        } finally {
            writer.dispose();
        }

        assertThat(bar(read(file, "image/tiff", 1).picture().image())).isEqualTo(BAR);
    }

    @Test
    void framesOfAGifAreDrawnOverEarlierOnes() throws Exception {
        Path file = directory.resolve("pages.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(picture(BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            BufferedImage dot = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED);
            writer.writeToSequence(new IIOImage(dot, null, at(writer, dot, 24, 10)), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }

        assertThat(bar(read(file, "image/gif", 1).picture().image())).isEqualTo(BAR);
        assertThat(bar(read(file, "image/gif", 2).picture().image()))
                .isEqualTo(BAR.union(new BoundingBox(24, 10, 26, 12)));
    }

    @Test
    void tellsTheResolutionThatAFileTells() throws Exception {
        Path file = directory.resolve("picture.png");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        BufferedImage image = picture(BufferedImage.TYPE_BYTE_GRAY);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        var root = new IIOMetadataNode("javax_imageio_png_1.0");
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", "11811");
        size.setAttribute("pixelsPerUnitYAxis", "11811");
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }

        assertThat(read(file, "image/png", 1).picture().dpi()).isEqualTo(300, within(0.5));
    }

    @Test
    void refusesMorePixelsThanCanBeReadBeforeDecodingThem() throws Exception {
        Path file = directory.resolve("picture.png");
        ImageIO.write(picture(BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        var limits = new PixelLimits(500, 100);

        try (ImageOriginal original = ImageOriginal.open(file, "image/png", limits, MEMORY)) {
            assertThatThrownBy(() -> original.page(1))
                    .isInstanceOfSatisfying(UnreadablePageException.class, reason -> assertThat(reason.code())
                            .isEqualTo(PageErrorCode.PAGE_TOO_LARGE));
        }
    }

    @Test
    void thinsALargePictureAndKeepsItsPage() throws Exception {
        Path file = directory.resolve("picture.png");
        ImageIO.write(picture(BufferedImage.TYPE_INT_RGB), "png", file.toFile());

        try (ImageOriginal original = ImageOriginal.open(file, "image/png", new PixelLimits(512, 128), MEMORY)) {
            FilePicture page = original.page(1);

            assertThat(page.picture().width()).isEqualTo(32);
            assertThat(page.picture().image().getWidth()).isEqualTo(16);
            assertThat(bar(page.picture().image())).isEqualTo(BAR.scale(0.5));
        }
    }

    @Test
    void aTruncatedPictureIsCorrupt() throws Exception {
        Path whole = directory.resolve("whole.png");
        ImageIO.write(picture(BufferedImage.TYPE_INT_RGB), "png", whole.toFile());
        Path file = directory.resolve("half.png");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(file, java.util.Arrays.copyOf(bytes, 40));

        assertThatThrownBy(() -> read(file, "image/png", 1))
                .isInstanceOfSatisfying(UnreadablePageException.class, reason -> assertThat(reason.code())
                        .isEqualTo(PageErrorCode.PAGE_CORRUPT));
    }

    private static FilePicture read(Path file, String mediaType, int number)
            throws IOException, UnreadablePageException {
        try (ImageOriginal original = ImageOriginal.open(file, mediaType, PixelLimits.DEFAULT, MEMORY)) {
            return original.page(number);
        }
    }

    /** 32 x 16, white, with a black bar. */
    private static BufferedImage picture(int type) {
        var image = new BufferedImage(32, 16, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 32, 16);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(4, 2, 12, 4);
        graphics.dispose();
        return image;
    }

    private static BoundingBox bar(BufferedImage image) {
        BoundingBox bar = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) < 100) {
                    var pixel = new BoundingBox(x, y, x + 1, y + 1);
                    bar = bar == null ? pixel : bar.union(pixel);
                }
            }
        }
        return bar == null ? new BoundingBox(0, 0, 0, 0) : bar;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(1);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** With an APP1 segment behind the start of the image. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static IIOMetadata at(ImageWriter writer, BufferedImage image, int left, int top) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        String format = metadata.getNativeMetadataFormatName();
        var root = (IIOMetadataNode) metadata.getAsTree(format);
        var descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        descriptor.setAttribute("imageLeftPosition", Integer.toString(left));
        descriptor.setAttribute("imageTopPosition", Integer.toString(top));
        metadata.setFromTree(format, root);
        return metadata;
    }
}
