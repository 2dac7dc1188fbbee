package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.retrieval.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What plain retrieval finds: windows of 120 words of a page's text, by BM25, by vectors, and both fused by rank; no
 * structure used. The floor for what chat finds.
 */
final class Windows {

    private static final int WORDS = 120;
    private static final int STEP = 60;
    private static final double FUSION = 60;
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private record Window(int page, String text, List<String> tokens) {}

    private final List<Window> windows = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final TextAnalysis analysis;
    private final @Nullable MeaningCache meaning;
    private final double length;

    Windows(CorpusDocument document, @Nullable MeaningCache meaning) throws IOException {
        analysis = document.index().analysis();
        this.meaning = meaning != null && meaning.knows(analysis.language()) ? meaning : null;
        document.shown().forEach((page, text) -> {
            String[] words = text.split("\\s+", -1);
            for (int from = 0; from == 0 || from + STEP < words.length; from += STEP) {
                String window = String.join(" ", List.of(words).subList(from, Math.min(words.length, from + WORDS)));
                windows.add(new Window(page + 1, window, analysis.tokens(window)));
            }
        });
        windows.forEach(
                window -> new HashSet<>(window.tokens).forEach(token -> frequency.merge(token, 1, Integer::sum)));
        length = windows.stream()
                .mapToInt(window -> window.tokens.size())
                .average()
                .orElse(1);
        if (this.meaning != null) {
            windows.forEach(window -> this.meaning.passage(window.text));
            this.meaning.write();
        }
    }

    /** The first three pages by each way. */
    Map<String, List<Integer>> pages(String question) {
        Map<String, List<Integer>> found = new TreeMap<>();
        List<Integer> words = order(window -> score(window, Set.copyOf(analysis.tokens(question))));
        found.put("~ windows, words", top(words));
        if (meaning != null) {
            float[] asked = meaning.question(question);
            List<Integer> vectors = order(window -> cosine(asked, meaning.passage(window.text)));
            found.put("~ windows, meaning", top(vectors));
            Map<Integer, Double> fused = new LinkedHashMap<>();
            for (List<Integer> order : List.of(words, vectors)) {
                for (int i = 0; i < order.size(); i++) {
                    fused.merge(order.get(i), 1 / (FUSION + i + 1), Double::sum);
                }
            }
            found.put(
                    "~ windows, fused",
                    top(fused.entrySet().stream()
                            .sorted(Map.Entry.<Integer, Double>comparingByValue()
                                    .reversed())
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        return found;
    }

    private List<Integer> top(List<Integer> order) {
        return order.stream().map(i -> windows.get(i).page).distinct().limit(3).toList();
    }

    /** Best first; what scores nothing is not found. */
    private List<Integer> order(java.util.function.ToDoubleFunction<Window> score) {
        Map<Integer, Double> scores = new HashMap<>();
        for (int i = 0; i < windows.size(); i++) {
            scores.put(i, score.applyAsDouble(windows.get(i)));
        }
        return scores.keySet().stream()
                .filter(i -> scores.getOrDefault(i, 0.0) > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> scores.getOrDefault(i, 0.0))
                        .reversed())
                .toList();
    }

    private double score(Window window, Set<String> tokens) {
        double score = 0;
        for (String token : tokens) {
            long there = window.tokens.stream().filter(token::equals).count();
            int documents = frequency.getOrDefault(token, 0);
            double idf = Math.log(1 + (windows.size() - documents + 0.5) / (documents + 0.5));
            score += idf * there * (K1 + 1) / (there + K1 * (1 - B + B * window.tokens.size() / length));
        }
        return score;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            a += one[i] * one[i];
            b += other[i] * other[i];
        }
        return product / Math.sqrt(a * b);
    }
}
