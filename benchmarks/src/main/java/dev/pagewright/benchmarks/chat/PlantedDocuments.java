package dev.pagewright.benchmarks.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The third set: documents of several languages, lengths and shapes in which facts are planted, each asked in two wordings;
 * facts that are planted elsewhere alone must be refused, and so must questions about what a planted fact is about that ask
 * for something else. The same for the same seed.
 */
final class PlantedDocuments {

    private static final int DOCUMENTS = 8;
    private static final int PLANTED = 5;
    private static final int REFUSED = 2;
    private static final int TRAPS = 5;
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja");

    private PlantedDocuments() {}

    static Map<CorpusDocument, List<QuestionSet.Asked>> make(long seed) {
        Map<CorpusDocument, List<QuestionSet.Asked>> documents = new LinkedHashMap<>();
        var random = new Random(seed);
        for (String language : LANGUAGES) {
            for (int i = 0; i < DOCUMENTS; i++) {
                document(language, i, random, documents);
            }
        }
        return documents;
    }

    private static void document(
            String language, int number, Random random, Map<CorpusDocument, List<QuestionSet.Asked>> documents) {
        String id = "planted-" + language + "-" + number;
        PlantedLanguage words = PlantedLanguage.of(language);
        List<PlantedFact> facts = new ArrayList<>(words.facts());
        Collections.shuffle(facts, random);
        int pages = 1 + random.nextInt(6);
        List<PlantedPage> sheets = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            sheets.add(new PlantedPage(i, words.matter(), random));
        }
        List<QuestionSet.Asked> questions = new ArrayList<>();
        for (int i = 0; i < Math.min(facts.size(), PLANTED + REFUSED); i++) {
            PlantedFact fact = facts.get(i);
            boolean refuse = i >= PLANTED;
            String value = fact.value(random);
            int page = random.nextInt(pages);
            String shape = refuse ? "unanswerable" : sheets.get(page).plant(fact, value);
            for (String question : fact.questions()) {
                questions.add(asked(
                        id + "-" + questions.size(),
                        question,
                        refuse ? 0 : page + 1,
                        value,
                        language,
                        List.of(shape, fact.kind())));
            }
        }
        traps(words, facts.subList(0, Math.min(facts.size(), PLANTED)), random)
                .forEach((question, kind) -> questions.add(asked(
                        id + "-" + questions.size(), question, 0, "", language, List.of("trap", "trap " + kind))));
        documents.put(
                CorpusDocument.of(id, sheets.stream().map(PlantedPage::page).toList(), language), questions);
    }

    /** Questions about what is planted that ask for what is not, with the kind of value that they ask for. */
    private static Map<String, String> traps(PlantedLanguage words, List<PlantedFact> planted, Random random) {
        Map<String, String> all = new LinkedHashMap<>();
        for (PlantedFact fact : planted) {
            for (PlantedLanguage.Frame frame : words.frames()) {
                if (!fact.noun().isEmpty() && !frame.kind().equals(fact.kind())) {
                    all.put(frame.question().replace("{}", fact.noun()), frame.kind());
                }
            }
        }
        List<String> questions = new ArrayList<>(all.keySet());
        Collections.shuffle(questions, random);
        all.keySet().retainAll(questions.subList(0, Math.min(TRAPS, questions.size())));
        return all;
    }

    /** @param page that holds the answer; 0 where none does */
    private static QuestionSet.Asked asked(
            String id, String question, int page, String value, String language, List<String> tags) {
        boolean refuse = page == 0;
        return new QuestionSet.Asked(
                id,
                question,
                refuse ? Set.of() : Set.of(page),
                refuse ? List.of() : List.of(List.of(value)),
                0,
                refuse,
                null,
                List.of(),
                null,
                language,
                tags);
    }
}
