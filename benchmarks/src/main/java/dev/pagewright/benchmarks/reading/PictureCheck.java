package dev.pagewright.benchmarks.reading;

import dev.pagewright.benchmarks.languages.CharacterErrors;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.ReaderSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code PictureCheck FOLDER [--only PART,PART] [--every N] [--told] [--tessdata DIR] [--models DIR] [--threads N] [--out FILE]}:
 * reads the documents of a folder with known texts as the service would, under {@code auto} or told the language, and
 * prints character error rates by dimension and by script. {@code FILE} gets a line a document: id, dimension, script,
 * error rate, seconds, text, how it was read.
 */
public final class PictureCheck {

    /** Time of the processor, which other programs do not lengthen; engines run on the thread that asks them. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final OwnReader reader;

    private PictureCheck(OwnReader reader) {
        this.reader = reader;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Path scratch = Files.createTempDirectory("picture-check");
        List<Outcome> outcomes = new ArrayList<>();
        try (PageReader reader = PageReaders.open(ReaderSettings.of(scratch, options.models(), options.tessdata()));
                ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            var check = new PictureCheck(new OwnReader(reader, options.told()));
            List<Future<Outcome>> running = new ArrayList<>();
            for (Item item : Item.of(options)) {
                running.add(threads.submit(() -> check.read(item)));
            }
            for (Future<Outcome> outcome : running) {
                outcomes.add(outcome.get());
                if (options.out() != null) {
                    Files.write(
                            options.out(), outcomes.stream().map(Outcome::row).toList());
                }
            }
        }
        report(outcomes);
    }

    private Outcome read(Item item) {
        long start = THREADS.getCurrentThreadCpuTime();
        var text = new StringBuilder();
        var note = new StringBuilder();
        for (int page = 0; page < item.pages(); page++) {
            PageResult result = reader.page(item, page);
            switch (result) {
                case PageResult.Read read -> {
                    text.append(PlainText.of(read.page())).append('\n');
                    note.append(note(read.page())).append(' ');
                }
                case PageResult.Failed failed -> note.append(failed.code()).append(' ');
            }
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        double errors = Math.min(1, CharacterErrors.rate(item.truth(), text.toString(), ""));
        return new Outcome(item, errors, seconds, text.toString(), note.toString());
    }

    private static String note(Page page) {
        Map<String, String> debug = new TreeMap<>();
        page.debug().forEach((name, value) -> {
            if (!name.endsWith("_ms")) {
                debug.put(name, "%.3g".formatted(value));
            }
        });
        return "turn %d %s %s".formatted(page.rotation(), page.reading(), debug);
    }

    private static void report(List<Outcome> outcomes) {
        table("dimension", outcomes, outcome -> outcome.item().dimension());
        if (outcomes.stream().anyMatch(outcome -> !outcome.item().script().isEmpty())) {
            table("script", outcomes, outcome -> outcome.item().script());
        }
        table("all", outcomes, outcome -> "");
    }

    private static void table(String title, List<Outcome> outcomes, Function<Outcome, String> key) {
        print("| %s | documents | CER | empty | seconds |".formatted(title));
        print("|---|---|---|---|---|");
        outcomes.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
                .forEach((name, group) -> print("| %s | %d | %.3f | %d | %.1f |"
                        .formatted(
                                name,
                                group.size(),
                                group.stream()
                                        .mapToDouble(Outcome::errors)
                                        .average()
                                        .orElse(0),
                                group.stream().filter(Outcome::empty).count(),
                                group.stream().mapToDouble(Outcome::seconds).sum())));
        print("");
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
