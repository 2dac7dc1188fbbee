package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.index.PageTexts;
import dev.pagewright.chat.passage.PassageMaker;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.document.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The third set: documents of several languages, lengths and shapes in which facts are planted, each asked in two wordings;
 * facts that are planted elsewhere alone must be refused. The same for the same seed.
 */
final class PlantedDocuments {

    private static final int DOCUMENTS = 8;
    private static final int PLANTED = 5;
    private static final int REFUSED = 2;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ru");

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
        List<PlantedFact> facts = new ArrayList<>(PlantedFact.of(language));
        Collections.shuffle(facts, random);
        int pages = 1 + random.nextInt(6);
        List<PlantedPage> sheets = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            sheets.add(new PlantedPage(i, language, random));
        }
        List<QuestionSet.Asked> questions = new ArrayList<>();
        for (int i = 0; i < Math.min(facts.size(), PLANTED + REFUSED); i++) {
            PlantedFact fact = facts.get(i);
            boolean refuse = i >= PLANTED;
            String value = fact.value(random);
            int page = random.nextInt(pages);
            String shape = refuse ? "unanswerable" : sheets.get(page).plant(fact, value);
            for (String question : fact.questions()) {
                questions.add(new QuestionSet.Asked(
                        id + "-" + questions.size(),
                        question,
                        refuse ? Set.of() : Set.of(page + 1),
                        refuse ? List.of() : List.of(List.of(value)),
                        0,
                        refuse,
                        null,
                        List.of(),
                        null,
                        language,
                        List.of(shape, fact.kind())));
            }
        }
        var maker = new PassageMaker(Locale.forLanguageTag(language));
        Map<Integer, String> shown = new LinkedHashMap<>();
        for (PlantedPage sheet : sheets) {
            Page page = sheet.page();
            maker.add(page);
            shown.put(page.index(), PageTexts.shown(page));
        }
        documents.put(new CorpusDocument(id, new DocumentIndex(maker.passages(), shown, language), shown), questions);
    }
}
