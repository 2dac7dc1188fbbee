package dev.pagewright.benchmarks.reading;

import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.ReaderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code SpeedBenchmark FOLDER [--only PART,PART] [--every N] [--rounds N] [--threads N] [--tesseract PROGRAM] [--tessdata DIR]
 * [--models DIR]}: reads the pictures of a folder with known texts by the worker's reader on several threads, and by the
 * {@code tesseract} program, one thread a process, in as many processes; in turns, after a round of each that is not
 * counted. Prints pages a second and the processor's seconds a page (medians), their ratios, the error rates of both on
 * the same pages, and where the reader's time goes.
 *
 * <p>The reader is told no language, the program is told each page's.
 */
public final class SpeedBenchmark {

    private SpeedBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        List<Item> all = Item.of(options);
        List<Item> items = all.stream().filter(TesseractProgram::takes).toList();
        print("%d pictures, %d other documents left out; %d threads"
                .formatted(items.size(), all.size() - items.size(), options.threads()));
        Path scratch = Files.createTempDirectory("speed-benchmark");
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        try (PageReader reader = PageReaders.open(ReaderSettings.of(scratch, options.models(), options.tessdata()))) {
            var own = new OwnReader(reader, options.told());
            var program = new TesseractProgram(options.tesseract(), options.tessdata());
            for (int round = 0; round <= options.rounds(); round++) {
                ours.add(Round.of(items, options.threads(), own));
                theirs.add(Round.of(items, options.threads(), program));
                print("round %d%s: reader %s, tesseract %s"
                        .formatted(round, round == 0 ? " (not counted)" : "", ours.getLast(), theirs.getLast()));
            }
        }
        SpeedReport.of(ours.subList(1, ours.size()), theirs.subList(1, theirs.size()))
                .lines()
                .forEach(SpeedBenchmark::print);
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
