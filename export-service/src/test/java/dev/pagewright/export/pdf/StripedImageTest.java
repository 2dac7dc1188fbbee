package dev.pagewright.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.export.image.ImageFrames;
import dev.pagewright.testing.Extent;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StripedImageTest {

    @TempDir
    Path directory;

    static List<Arguments> frames() {
        return Extent.every(
                2,
                List.of(
                        Arguments.of("png", BufferedImage.TYPE_3BYTE_BGR, 4400, 4100),
                        Arguments.of("png", BufferedImage.TYPE_BYTE_GRAY, 8400, 8100),
                        Arguments.of("png", BufferedImage.TYPE_4BYTE_ABGR, 4400, 4100),
                        Arguments.of("png", BufferedImage.TYPE_BYTE_BINARY, 8400, 8100),
                        Arguments.of("tiff", BufferedImage.TYPE_3BYTE_BGR, 4400, 4100),
                        Arguments.of("tiff", BufferedImage.TYPE_BYTE_GRAY, 8400, 8100),
                        Arguments.of("bmp", BufferedImage.TYPE_3BYTE_BGR, 4400, 4100),
                        Arguments.of("png", BufferedImage.TYPE_BYTE_BINARY, 4400, 4100),
                        Arguments.of("png", BufferedImage.TYPE_3BYTE_BGR, 300, 200)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_large_frame_comes_as_it_is_seen(String format, int type, int width, int height) throws IOException {
        Path file = directory.resolve("frame." + format);
        BufferedImage drawn = dotted(type, width, height);
        assertThat(ImageIO.write(drawn, format, file.toFile())).isTrue();

        try (var document = new PDDocument();
                ImageFrames frames = ImageFrames.open(file)) {
            PDImageXObject image = StripedImage.of(document, frames, 0);

            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
            BufferedImage seen = image.getImage();
            var random = new Random(3);
            for (int i = 0; i < 20_000; i++) {
                int x = random.nextInt(width);
                int y = random.nextInt(height);
                assertThat(onWhite(seen.getRGB(x, y))).isEqualTo(onWhite(drawn.getRGB(x, y)));
            }
        }
    }

    @Test
    void a_huge_frame_is_thinned_and_stands_where_it_stood() throws IOException {
        Path file = directory.resolve("huge.png");
        BufferedImage drawn = dotted(BufferedImage.TYPE_BYTE_GRAY, 10_001, 8_003);
        assertThat(ImageIO.write(drawn, "png", file.toFile())).isTrue();

        try (var document = new PDDocument();
                ImageFrames frames = ImageFrames.open(file)) {
            PDImageXObject image = StripedImage.of(document, frames, 0);

            assertThat(image.getWidth()).isEqualTo(5_001);
            assertThat(image.getHeight()).isEqualTo(4_002);
            BufferedImage seen = image.getImage();
            var random = new Random(3);
            for (int i = 0; i < 20_000; i++) {
                int x = random.nextInt(5_001);
                int y = random.nextInt(4_002);
                assertThat(seen.getRGB(x, y)).isEqualTo(drawn.getRGB(2 * x, 2 * y));
            }
        }
    }

    @Test
    void the_decoding_of_a_large_frame_ends_with_its_build() throws Exception {
        Path file = directory.resolve("large.png");
        ImageIO.write(dotted(BufferedImage.TYPE_3BYTE_BGR, 8_000, 8_000), "png", file.toFile());
        var failure = new AtomicReference<Exception>();
        var begun = new CountDownLatch(1);
        Thread build = Thread.ofPlatform().start(() -> {
            try (var document = new PDDocument();
                    ImageFrames frames = ImageFrames.open(file)) {
                begun.countDown();
                while (true) {
                    StripedImage.of(document, frames, 0);
                }
            } catch (IOException e) {
                failure.set(e);
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        build.interrupt();

        assertThat(build.join(Duration.ofSeconds(2))).isTrue();
        assertThat(failure.get()).isInstanceOf(IOException.class);
    }

    /** Lines and dots: something in each row, so that none can be left out or stand elsewhere. */
    private static BufferedImage dotted(int type, int width, int height) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width - width / 8, height);
        for (int y = 0; y < height; y++) {
            graphics.setColor(type == BufferedImage.TYPE_3BYTE_BGR ? new Color(y % 256, y / 7 % 256, 90) : Color.BLACK);
            graphics.fillRect(y * 37 % width, y, 40, 1);
        }
        graphics.dispose();
        return image;
    }

    private static int onWhite(int argb) {
        return argb >>> 24 == 0 ? 0xFFFFFFFF : argb;
    }
}
