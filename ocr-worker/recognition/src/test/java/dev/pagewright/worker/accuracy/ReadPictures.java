package dev.pagewright.worker.accuracy;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.RecognitionSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * {@code ReadPictures LIST OUT SCRATCH MODELS THREADS TIER [pp-ocr]}: reads the pictures of a list and writes {@code OUT/ID.txt}
 * (plain text, a form feed after each page), {@code OUT/ID.tsv} (words with boxes and confidence) and
 * {@code OUT/ID.log} (debug figures).
 * A line of the list is {@code ID TAB LANGUAGE TAB DPI TAB PICTURE [TAB PICTURE]...}.
 */
public final class ReadPictures {

    private final PictureReader reader;
    private final Path out;
    private final String tier;

    private ReadPictures(PictureReader reader, Path out, String tier) {
        this.reader = reader;
        this.out = out;
        this.tier = tier;
    }

    /** Reads all, then prints the seconds that it took. */
    public static void main(String[] arguments) throws Exception {
        List<String> items = Files.readAllLines(Path.of(arguments[0]));
        Path out = Files.createDirectories(Path.of(arguments[1]));
        var settings = RecognitionSettings.withSystemData(
                Path.of(arguments[2]), arguments[3].equals("-") ? null : Path.of(arguments[3]), List.of());
        long start = System.nanoTime();
        try (PictureReader reader = arguments.length > 6 ? new PpOcrAlone(settings) : new LocalPictureReader(settings);
                ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[4]))) {
            var all = new ReadPictures(reader, out, arguments[5]);
            items.forEach(item -> threads.execute(() -> all.read(item.split("\t", -1))));
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.DAYS)) {
                throw new IllegalStateException("the pictures took longer than a day");
            }
        }
        System.out.printf("%d items, %.1f s%n", items.size(), (System.nanoTime() - start) / 1e9);
    }

    private void read(String[] item) {
        var text = new StringBuilder();
        var words = new StringBuilder();
        var log = new StringBuilder();
        for (int page = 3; page < item.length; page++) {
            try {
                page(Path.of(item[page]), item[1], Double.parseDouble(item[2]), text, words, log);
            } catch (IOException | RuntimeException e) {
                log.append(item[page]).append(' ').append(e).append('\n');
                System.err.println(item[page] + " " + e);
            }
            text.append('\f');
        }
        try {
            Files.writeString(out.resolve(item[0] + ".txt"), text);
            Files.writeString(out.resolve(item[0] + ".tsv"), words);
            Files.writeString(out.resolve(item[0] + ".log"), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(
            Path file, String language, double dpi, StringBuilder text, StringBuilder words, StringBuilder log)
            throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not a picture: " + file);
        }
        long start = System.nanoTime();
        Recognition recognition = reader.read(
                new PagePicture(image, image.getWidth(), image.getHeight(), dpi),
                new TaskOptions(tier, language, "auto"),
                Deadline.in(Duration.ofMinutes(3)));
        double seconds = (System.nanoTime() - start) / 1e9;
        Layout layout =
                recognition.layout() != null ? recognition.layout() : LayoutAnalysis.analyse(recognition.content());
        text.append(PlainText.of(page(recognition, layout)));
        for (Line line : recognition.content().lines()) {
            words.append("#\t%s\t%.3f\t%.0f\t%s%n"
                    .formatted(line.engine().wireName(), line.confidence(), line.angle(), line.text()));
            for (Word word : line.words()) {
                words.append("%.0f\t%.0f\t%.0f\t%.0f\t%.3f\t%s%n"
                        .formatted(
                                word.box().left(),
                                word.box().top(),
                                word.box().right(),
                                word.box().bottom(),
                                word.confidence(),
                                word.text()));
            }
        }
        log.append("%s %.2f s, turn %d, %s %s %s %s%n"
                .formatted(
                        file.getFileName(),
                        seconds,
                        recognition.turn(),
                        recognition.engine(),
                        recognition.reason(),
                        recognition.language(),
                        new TreeMap<>(recognition.debug())));
    }

    private static Page page(Recognition recognition, Layout layout) {
        double width = recognition.content().width();
        double height = recognition.content().height();
        return new Page(
                0,
                1,
                width,
                height,
                Unit.PX,
                recognition.turn(),
                PageTransform.IDENTITY,
                new Reading(recognition.engine(), recognition.engines(), EngineReason.OCR_FORCED, null),
                layout.blocks(),
                layout.tables(),
                List.of(),
                recognition.debug());
    }
}
