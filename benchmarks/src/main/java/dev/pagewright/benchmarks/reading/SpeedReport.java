package dev.pagewright.benchmarks.reading;

import dev.pagewright.benchmarks.languages.CharacterErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Two programs' rounds over the same pages, held against each other. */
record SpeedReport(List<Round> ours, List<Round> theirs) {

    /** Steps that do not lie in another one, in the order of a page's way; what is left of a page is "other". */
    private static final List<String> STEPS = List.of(
            "picture",
            "blank",
            "measure",
            "deskew",
            "preparation",
            "orientation",
            "script",
            "tesseract",
            "pp_ocr",
            "rulings",
            "layout");

    private static final List<String> ENGINES = List.of("orientation", "script", "tesseract", "pp_ocr");

    static SpeedReport of(List<Round> ours, List<Round> theirs) {
        return new SpeedReport(ours, theirs);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("| | reader | tesseract | ratio |");
        lines.add("|---|---|---|---|");
        lines.add(row("pages/s", Round::pagesPerSecond, false));
        lines.add(row("processor seconds a page", Round::processorSecondsPerPage, true));
        lines.add(rates("character error rate, mean", pages -> mean(errors(pages))));
        lines.add(rates("character error rate, median", pages -> median(errors(pages))));
        lines.add(rates("words F1, mean", pages -> mean(wordsF1(pages))));
        lines.add("");
        lines.add("| step | ms a page | share |");
        lines.add("|---|---|---|");
        lines.addAll(steps());
        return lines;
    }

    private String row(String name, ToDoubleFunction<Round> figure, boolean lessIsBetter) {
        double own = median(ours.stream().map(figure::applyAsDouble).toList());
        double other = median(theirs.stream().map(figure::applyAsDouble).toList());
        return "| %s | %.2f | %.2f | %.2f |".formatted(name, own, other, lessIsBetter ? other / own : own / other);
    }

    private String rates(String name, ToDoubleFunction<Map<Item, Transcript>> figure) {
        return "| %s | %.4f | %.4f | |"
                .formatted(
                        name,
                        figure.applyAsDouble(ours.getLast().pages()),
                        figure.applyAsDouble(theirs.getLast().pages()));
    }

    private List<String> steps() {
        Map<String, Double> sums = new LinkedHashMap<>();
        double all = 0;
        int pages = 0;
        for (Round round : ours) {
            for (Transcript page : round.pages().values()) {
                STEPS.forEach(step -> sums.merge(step, page.steps().getOrDefault(step, 0.0), Double::sum));
                all += page.steps().getOrDefault("page", 0.0);
                pages++;
            }
        }
        sums.put("other", all - sums.values().stream().mapToDouble(d -> d).sum());
        double engines = ENGINES.stream().mapToDouble(sums::get).sum();
        sums.put("outside of the engines", all - engines);
        List<String> lines = new ArrayList<>();
        double total = all;
        int count = pages;
        sums.forEach((step, milliseconds) ->
                lines.add("| %s | %.1f | %.1f %% |".formatted(step, milliseconds / count, 100 * milliseconds / total)));
        return lines;
    }

    private static List<Double> errors(Map<Item, Transcript> pages) {
        return pages.entrySet().stream()
                .map(page -> Math.min(
                        1,
                        CharacterErrors.rate(
                                page.getKey().truth(), page.getValue().text(), "")))
                .toList();
    }

    private static List<Double> wordsF1(Map<Item, Transcript> pages) {
        return pages.entrySet().stream()
                .map(page -> WordBags.f1(page.getKey().truth(), page.getValue().text()))
                .toList();
    }

    private static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(d -> d).average().orElse(0);
    }

    private static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? 0
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
