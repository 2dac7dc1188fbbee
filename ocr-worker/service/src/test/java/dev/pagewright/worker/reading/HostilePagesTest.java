package dev.pagewright.worker.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.testing.Extent;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.RecognitionSettings;
import dev.pagewright.worker.source.PixelLimits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** With the real engines, whatever the geometry: a page is read or has its error, and no step of its way throws. */
class HostilePagesTest {

    private static final String[] CELLS = {
        "Port", "Vessels", "Cargo", "Bergen", "12", "340", "Cadiz", "7", "95", "Riga", "31", "1020"
    };

    /** The geometry counts here, not the engines' time. */
    private static final PixelLimits FEW_PIXELS = new PixelLimits(100_000_000, 400_000);

    @TempDir
    static Path directory;

    private static PageReader reader;

    @BeforeAll
    static void open() {
        reader = PageReaders.of(
                new LocalPictureReader(new RecognitionSettings(directory.resolve("engines"), null, List.of())),
                new ReaderSettings(FEW_PIXELS, 2, directory, null, List.of(), null));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /** Tables set in each direction, with rules and without, on pages turned by each quarter; alone and beside text. */
    @TestFactory
    Stream<DynamicTest> aTableInAnyDirectionKeepsItsText() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int direction = 0; direction < 360; direction += 90) {
            for (int rotate = 0; rotate < 360; rotate += 90) {
                for (boolean ruled : new boolean[] {false, true}) {
                    for (int prose : new int[] {0, 12}) {
                        String name = "table at %d, page at %d, %s, %d lines"
                                .formatted(direction, rotate, ruled ? "ruled" : "plain", prose);
                        String content = table(direction, ruled) + prose(prose);
                        int turn = rotate;
                        tests.add(DynamicTest.dynamicTest(name, () -> {
                            Path file = pdf(content, page -> page.setRotation(turn));

                            Page page = ((PageResult.Read) sound(file, "application/pdf", "auto")).page();

                            assertThat(page.reading().degraded()).isEmpty();
                            assertThat(PlainText.of(page).split("\\s+", -1)).contains(CELLS);
                        }));
                    }
                }
            }
        }
        return Extent.every(7, tests).stream();
    }

    @TestFactory
    Stream<DynamicTest> aPageOfAnySizeIsReadOrHasItsError() {
        double[][] boxes = {
            {0, 0, 1, 1},
            {0, 0, 0.01, 0.01},
            {0, 0, 3, 14_400},
            {0, 0, 14_400, 3},
            {0, 0, 0.2, 800},
            {0, 0, 800, 0.2},
            {0, 0, 200_000, 200_000},
            {0, 0, 3e9, 3e9},
            {0, 0, 1e30, 1},
            {0, 0, 0, 0},
            {0, 0, 0, 800},
            {600, 800, 0, 0},
            {-500, -700, 100, 100},
            {1e7, 1e7, 1e7 + 600, 1e7 + 800},
            {0, 0, -600, -800},
            {0, 0, 600},
            {},
        };
        float[] units = {1, 0, -1, 1e-6f, 0.01f, 75_000, 1e30f};
        int[] turns = {0, 90, -90, 45, 450, Integer.MAX_VALUE};
        List<DynamicTest> tests = new ArrayList<>();
        var random = new Random(14);
        for (double[] media : boxes) {
            for (double[] crop : new double[][] {null, {5000, 5000, 5600, 5800}}) {
                float unit = units[random.nextInt(units.length)];
                int turn = turns[random.nextInt(turns.length)];
                String name = "media %s, crop %s, unit %s, turned by %d"
                        .formatted(java.util.Arrays.toString(media), java.util.Arrays.toString(crop), unit, turn);
                String ocr = random.nextInt(3) == 0 ? "force" : "auto";
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    Path file = pdf(table(turn == 0 ? 90 : 0, true) + prose(3), page -> {
                        page.getCOSObject().setItem(COSName.MEDIA_BOX, array(media));
                        if (crop != null) {
                            page.getCOSObject().setItem(COSName.CROP_BOX, array(crop));
                        }
                        page.getCOSObject().setItem(COSName.USER_UNIT, new COSFloat(unit));
                        page.getCOSObject().setItem(COSName.ROTATE, COSInteger.get(turn));
                    });

                    sound(file, "application/pdf", ocr);
                }));
            }
        }
        return Extent.every(7, tests).stream();
    }

    /** Text set by matrices that flatten, mirror, shear, blow up or make no sense. */
    @TestFactory
    Stream<DynamicTest> aPageWithTextSetInAnyWayIsReadOrHasItsError() {
        String[] numbers = {"0", "1", "-1", "12", "0.00001", "1000000000", "99999999999999999999", "-0.5", "1000"};
        var random = new Random(4);
        return Stream.iterate(0, i -> i + 1)
                .limit(6)
                .map(seed -> DynamicTest.dynamicTest("text " + seed, () -> {
                    var content = new StringBuilder(prose(random.nextInt(3)));
                    for (int i = 0; i < 12; i++) {
                        content.append("q ");
                        if (random.nextBoolean()) {
                            content.append(numbers(random, numbers, 6)).append("cm ");
                        }
                        content.append("BT /F1 ").append(any(random, numbers)).append(" Tf ");
                        content.append(any(random, numbers))
                                .append(" Tc ")
                                .append(any(random, numbers))
                                .append(" Tw ");
                        content.append(any(random, numbers)).append(" Tz ");
                        content.append(numbers(random, numbers, 6)).append("Tm ");
                        content.append("(word ").append(i).append(" of) Tj 0 -14 Td (many) Tj ET ");
                        content.append(numbers(random, numbers, 4))
                                .append("re ")
                                .append(random.nextBoolean() ? "S" : "f");
                        content.append(' ').append(numbers(random, numbers, 2)).append("m ");
                        content.append(numbers(random, numbers, 2)).append("l S Q\n");
                    }
                    Path file = pdf(content.toString(), page -> page.setRotation(90 * random.nextInt(4)));

                    sound(file, "application/pdf", seed % 3 == 0 ? "force" : "auto");
                }));
    }

    @TestFactory
    Stream<DynamicTest> aPictureOfAnySizeIsReadOrHasItsError() {
        int[][] sizes = {
            {1, 1},
            {2, 1},
            {1, 700},
            {700, 1},
            {1, 40_000},
            {40_000, 1},
            {2, 9000},
            {9000, 2},
            {3, 3},
            {16, 16},
            {7, 2500},
            {2500, 7},
            {333, 2},
            {2, 333}
        };
        List<DynamicTest> tests = new ArrayList<>();
        for (int[] size : sizes) {
            for (String ink : List.of("noise", "stripes", "one dot")) {
                tests.add(DynamicTest.dynamicTest("%d x %d, %s".formatted(size[0], size[1], ink), () -> {
                    Path file = directory.resolve("picture.png");
                    ImageIO.write(picture(size[0], size[1], ink), "png", file.toFile());

                    sound(file, "image/png", "auto");
                }));
            }
        }
        return Extent.every(5, tests).stream();
    }

    private static BufferedImage picture(int width, int height, String ink) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ink.equals("black") ? Color.BLACK : Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean dark =
                        switch (ink) {
                            case "noise" -> random.nextInt(3) == 0;
                            case "stripes" -> x / 3 % 3 == 0;
                            case "bars" -> y / 4 % 3 == 0;
                            case "one dot" -> x == width / 2 && y == height / 2;
                            default -> false;
                        };
                if (dark) {
                    image.getRaster().setSample(x, y, 0, 0);
                }
            }
        }
        return image;
    }

    private static PageResult sound(Path file, String mediaType, String ocr) {
        PageResult result = reader.read(new PageRequest(
                "job",
                0,
                1,
                file,
                mediaType,
                null,
                new TaskOptions("cpu", "en", ocr),
                Deadline.in(Duration.ofSeconds(20))));

        if (result instanceof PageResult.Read read) {
            // a picture that the file's own numbers keep from being drawn is no fault of the step
            assertThat(read.page().reading().degraded()).isSubsetOf(PageStep.PICTURE);
        }
        return result;
    }

    /** Four rows of three columns about the middle of a letter page; the direction is that of the text, clockwise. */
    private static String table(int direction, boolean ruled) {
        double radians = Math.toRadians(-direction);
        var content = new StringBuilder("q %.4f %.4f %.4f %.4f 306 396 cm\n"
                .formatted(Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)));
        for (int i = 0; i < CELLS.length; i++) {
            int x = -150 + i % 3 * 100;
            int y = 40 - i / 3 * 24;
            content.append("BT /F1 11 Tf %d %d Td (%s) Tj ET\n".formatted(x + 6, y + 7, CELLS[i]));
            if (ruled) {
                content.append("%d %d 100 24 re S\n".formatted(x, y));
            }
        }
        return content.append("Q\n").toString();
    }

    private static String prose(int lines) {
        var content = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            content.append("BT /F1 10 Tf 60 %d Td (Line %d of what the harbour master wrote that evening) Tj ET\n"
                    .formatted(740 - 13 * i, i));
        }
        return content.toString();
    }

    private static String numbers(Random random, String[] numbers, int count) {
        var some = new StringBuilder();
        for (int i = 0; i < count; i++) {
            some.append(any(random, numbers)).append(' ');
        }
        return some.toString();
    }

    private static String any(Random random, String[] numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    private static COSArray array(double[] values) {
        var array = new COSArray();
        for (double value : values) {
            array.add(new COSFloat((float) value));
        }
        return array;
    }

    private interface Change {
        void on(PDPage page) throws IOException;
    }

    private static Path pdf(String content, Change change) throws IOException {
        Path file = directory.resolve("page.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            page.setResources(resources);
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            page.setContents(stream);
            change.on(page);
            document.save(file.toFile());
        }
        return file;
    }
}
