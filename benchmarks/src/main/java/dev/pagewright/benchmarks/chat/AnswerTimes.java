package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How long answers take from the words of generated documents, in this process: making the index with the first answer, then the
 * median of questions that each planted fact is asked in. Arguments: numbers of pages; 20 and 500 without any.
 */
public final class AnswerTimes {

    private static final long SEED = 15;
    private static final int FACTS_A_PAGE = 2;
    private static final int ROUNDS = 3;
    private static final double MILLION = 1e6;

    private AnswerTimes() {}

    public static void main(String[] arguments) {
        List<String> sizes = arguments.length == 0 ? List.of("20", "500") : List.of(arguments);
        measure(20); // warm
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int pages) {
        PlantedLanguage words = PlantedLanguage.of("en");
        var random = new Random(SEED);
        List<Page> sheets = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            var sheet = new PlantedPage(i, words.matter(), random);
            for (int j = 0; j < FACTS_A_PAGE; j++) {
                PlantedFact fact =
                        words.facts().get(random.nextInt(words.facts().size()));
                sheet.plant(fact, fact.value(random));
            }
            sheets.add(sheet.page());
        }
        long start = System.nanoTime();
        CorpusDocument document = CorpusDocument.of("times", sheets, "en");
        ask(document, words.facts().getFirst().questions().getFirst(), List.of());
        double first = (System.nanoTime() - start) / MILLION;
        System.out.printf("%d pages: index and first answer %.0f ms%n", pages, first);
        List<String> questions = words.facts().stream()
                .flatMap(fact -> fact.questions().stream())
                .toList();
        print("answers", document, questions, List.of());
        print("after another question", document, questions, List.of(questions.getLast()));
    }

    private static void print(String name, CorpusDocument document, List<String> questions, List<String> before) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String question : questions) {
                long start = System.nanoTime();
                ask(document, question, before);
                times.add((System.nanoTime() - start) / MILLION);
            }
        }
        times.sort(null);
        System.out.printf(
                "  %s: median %.1f ms, 95 of 100 within %.1f ms%n",
                name, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
    }

    private static void ask(CorpusDocument document, String question, List<String> before) {
        new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, before, Answering.TokenSink.NONE);
    }
}
