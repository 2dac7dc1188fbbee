package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits the weights of {@link Confidence}: those of a grid with the least loss, every set of questions with the same weight. Prints
 * them, then what each document gets by weights that were fitted without it, by set, kind and language.
 */
final class ConfidenceFit {

    /** What an answerable question counts that is refused, beside an unanswerable one that is answered. */
    private static final double ANSWERABLE = 2;

    private static final int FEWEST = 20;

    private static final double[] MISFIT = {0.3, 0.5, 0.7, 0.9};
    private static final double[] ABSENT = {0, 0.1, 0.2, 0.3};
    private static final double[] LONE = {0, 0.2, 0.4, 0.5};
    private static final double[] WORDY = {0, 0.1, 0.2, 0.3};
    private static final double[] STRANGE = {0.2, 0.4, 0.6, 1};
    private static final double[] THRESHOLD = {0.34, 0.38, 0.42, 0.46, 0.5};

    private final List<Confidences.Sample> samples;
    private final List<Confidence.Weights> grid = new ArrayList<>();
    /** What each sample loses by each point of the grid. */
    private final double[][] losses;

    private final Map<String, Long> sizes;
    private final double[] totals;

    ConfidenceFit(List<Confidences.Sample> samples) {
        this.samples = samples;
        for (double misfit : MISFIT) {
            for (double absent : ABSENT) {
                for (double lone : LONE) {
                    for (double wordy : WORDY) {
                        for (double strange : STRANGE) {
                            for (double threshold : THRESHOLD) {
                                grid.add(new Confidence.Weights(misfit, absent, lone, wordy, strange, threshold));
                            }
                        }
                    }
                }
            }
        }
        sizes = samples.stream().collect(Collectors.groupingBy(ConfidenceFit::side, Collectors.counting()));
        losses = new double[samples.size()][grid.size()];
        totals = new double[grid.size()];
        for (int i = 0; i < losses.length; i++) {
            for (int j = 0; j < totals.length; j++) {
                losses[i][j] = loss(samples.get(i), grid.get(j));
                totals[j] += losses[i][j];
            }
        }
    }

    private double loss(Confidences.Sample sample, Confidence.Weights weights) {
        boolean wrong = refused(sample, weights) == sample.answers();
        return !wrong ? 0 : (sample.answers() ? ANSWERABLE : 1) / sizes.getOrDefault(side(sample), 1L);
    }

    private static boolean refused(Confidences.Sample sample, Confidence.Weights weights) {
        return sample.confidence().value(weights) < weights.threshold();
    }

    private static String side(Confidences.Sample sample) {
        return sample.set() + sample.answers();
    }

    /** The best point of the grid without some samples. */
    private int best(List<Integer> without) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int j = 0; j < totals.length; j++) {
            double loss = totals[j];
            for (int i : without) {
                loss -= losses[i][j];
            }
            if (loss < least) {
                least = loss;
                best = j;
            }
        }
        return best;
    }

    void print() {
        int whole = best(List.of());
        System.out.printf(
                Locale.ROOT,
                "%nfitted: %s, loss %.3f; in use: %s%n",
                grid.get(whole),
                totals[whole],
                Confidence.Weights.FITTED);
        for (String set :
                samples.stream().map(Confidences.Sample::set).distinct().toList()) {
            List<Integer> others = places(sample -> sample.set().equals(set));
            System.out.printf("without %s: %s%n", set, grid.get(best(others)));
        }
        Map<String, Rates> rates = new TreeMap<>();
        Map<String, Rates> used = new TreeMap<>();
        Map<String, List<Integer>> documents = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            documents
                    .computeIfAbsent(samples.get(i).document(), d -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> document : documents.values()) {
            Confidence.Weights weights = grid.get(best(document));
            for (int i : document) {
                count(rates, samples.get(i), weights);
                count(used, samples.get(i), Confidence.Weights.FITTED);
            }
        }
        System.out.printf(
                "%n%-44s %10s %8s %12s %8s   in use%n", "left out", "answerable", "refused", "unanswerable", "refused");
        rates.forEach((kind, rate) -> {
            if (rate.asked[0] + rate.asked[1] >= FEWEST) {
                System.out.printf("%-44s %s   %s%n", kind, rate, used.get(kind));
            }
        });
    }

    private List<Integer> places(Predicate<Confidences.Sample> taken) {
        return IntStream.range(0, samples.size())
                .filter(i -> taken.test(samples.get(i)))
                .boxed()
                .toList();
    }

    private static void count(Map<String, Rates> rates, Confidences.Sample sample, Confidence.Weights weights) {
        List<String> kinds = new ArrayList<>(sample.kinds());
        kinds.add("");
        for (String kind : kinds) {
            rates.computeIfAbsent(sample.set() + " " + kind, k -> new Rates())
                    .add(sample.answers() ? 0 : 1, refused(sample, weights));
        }
    }

    /** How many were asked and refused; first the answerable, then the others. */
    private static final class Rates {

        private final int[] asked = new int[2];
        private final int[] refused = new int[2];

        void add(int side, boolean refusal) {
            asked[side]++;
            refused[side] += refusal ? 1 : 0;
        }

        @Override
        public String toString() {
            return "%10d %8s %12d %8s".formatted(asked[0], share(0), asked[1], share(1));
        }

        private String share(int side) {
            return asked[side] == 0 ? "" : String.format(Locale.ROOT, "%.3f", (double) refused[side] / asked[side]);
        }
    }
}
