package dev.pagewright.benchmarks.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link PictureCheck} and {@link SpeedBenchmark}.
 *
 * @param corpus folder with {@code manifest.jsonl}
 * @param only parts of ids, kinds or dimensions, one of which an item must have; none: all
 * @param every takes each so-manieth item
 * @param told whether readers are told the language
 * @param tessdata directories of Tesseract's data before the system's
 * @param models directory of PP-OCR models, null for the bundled ones
 * @param threads that read at once, as many as processors where it is not told
 * @param out file that gets a line an item, null for none
 * @param rounds that are counted
 * @param tesseract the program that is measured beside the reader
 */
record Options(
        Path corpus,
        List<String> only,
        int every,
        boolean told,
        List<Path> tessdata,
        @Nullable Path models,
        int threads,
        @Nullable Path out,
        int rounds,
        String tesseract) {

    static Options of(String[] arguments) {
        List<String> only = new ArrayList<>();
        List<Path> tessdata = new ArrayList<>();
        Path models = null;
        Path out = null;
        boolean told = false;
        int every = 1;
        int threads = Runtime.getRuntime().availableProcessors();
        int rounds = 3;
        String tesseract = "tesseract";
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--told" -> told = true;
                case "--only" -> only.addAll(List.of(arguments[++i].split(",", -1)));
                case "--every" -> every = Integer.parseInt(arguments[++i]);
                case "--threads" -> threads = Integer.parseInt(arguments[++i]);
                case "--tessdata" -> tessdata.add(Path.of(arguments[++i]));
                case "--models" -> models = Path.of(arguments[++i]);
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--tesseract" -> tesseract = arguments[++i];
                case "--out" -> out = Path.of(arguments[++i]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        return new Options(Path.of(arguments[0]), only, every, told, tessdata, models, threads, out, rounds, tesseract);
    }
}
