package dev.pagewright.worker.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code CountConfidence OUT TRUTHS}: how often words are right at each confidence, engine by engine, in what
 * {@link ReadPictures} wrote to {@code OUT}. A line of {@code TRUTHS} is {@code ID TAB FILE}, the page's true text.
 * A word is right where the truth holds it as often; case and punctuation do not count.
 */
public final class CountConfidence {

    private static final double[] EDGES = {
        0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.998, 1.01
    };

    private record ReadWord(String engine, double confidence, String text) {}

    private static final class Count {
        private long words;
        private long right;
        private double confidence;
    }

    private final Map<String, Map<Integer, Count>> counts = new TreeMap<>();

    private CountConfidence() {}

    /** Prints a line for each engine and interval: mean confidence, words, share that is right. */
    public static void main(String[] arguments) throws IOException {
        var counting = new CountConfidence();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            String[] fields = line.split("\t", 2);
            Path words = Path.of(arguments[0]).resolve(fields[0] + ".tsv");
            if (Files.exists(words)) {
                counting.page(words, new String(Files.readAllBytes(Path.of(fields[1])), StandardCharsets.UTF_8));
            }
        }
        counting.counts.forEach((engine, intervals) -> intervals.forEach((interval, count) -> System.out.printf(
                "%-10s %.4f %6d %.3f%n",
                engine, count.confidence / count.words, count.words, (double) count.right / count.words)));
    }

    private void page(Path file, String truth) throws IOException {
        Map<String, Integer> left = new HashMap<>();
        for (String word : truth.split("\\s+", -1)) {
            left.merge(bare(word), 1, Integer::sum);
        }
        for (ReadWord word : words(file)) {
            boolean right = left.merge(word.text(), -1, Integer::sum) >= 0;
            int interval = 0;
            while (word.confidence() >= EDGES[interval]) {
                interval++;
            }
            Count count = counts.computeIfAbsent(word.engine(), key -> new TreeMap<>())
                    .computeIfAbsent(interval, key -> new Count());
            count.words++;
            count.right += right ? 1 : 0;
            count.confidence += word.confidence();
        }
    }

    /** The surest first, so that a repeated word counts as right where it was surest. */
    private static List<ReadWord> words(Path file) throws IOException {
        List<ReadWord> words = new ArrayList<>();
        String engine = "";
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("#")) {
                engine = fields[1];
            } else if (!bare(fields[5]).isEmpty()) {
                words.add(new ReadWord(engine, Double.parseDouble(fields[4]), bare(fields[5])));
            }
        }
        words.sort(Comparator.comparingDouble(ReadWord::confidence).reversed());
        return words;
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
