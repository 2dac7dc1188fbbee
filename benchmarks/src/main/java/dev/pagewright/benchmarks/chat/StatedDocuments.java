package dev.pagewright.benchmarks.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The fifth set: documents that state of things whether something is so, from {@code /stated/CODE.txt}, and questions that are
 * answered by yes, by no, or by neither as the document does not say. The same for the same seed.
 */
final class StatedDocuments {

    static final String YES = "yes";
    static final String NO = "no";
    static final String NEITHER = "neither";

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it");
    private static final int DOCUMENTS = 12;
    private static final int STATED = 8;
    private static final int PARTS = 5;

    private final String language;
    private final Random random;
    private final List<List<List<String>>> facts = new ArrayList<>();
    private List<List<String>> figures = List.of();

    private StatedDocuments(String language, Random random) {
        this.language = language;
        this.random = random;
        try (InputStream file = StatedDocuments.class.getResourceAsStream("/stated/" + language + ".txt")) {
            if (file == null) {
                throw new IOException("nothing stated in " + language);
            }
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                List<List<String>> parts = Arrays.stream(
                                line.replaceFirst("^# ", "").split("\\|", -1))
                        .map(part -> List.of(part.split(" / ", -1)))
                        .toList();
                if (parts.size() == PARTS) {
                    facts.add(parts);
                } else {
                    figures = parts;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<CorpusDocument, List<QuestionSet.Asked>> make(long seed) {
        Map<CorpusDocument, List<QuestionSet.Asked>> documents = new LinkedHashMap<>();
        var random = new Random(seed);
        for (String language : LANGUAGES) {
            var stated = new StatedDocuments(language, random);
            for (int i = 0; i < DOCUMENTS; i++) {
                stated.document("stated-" + language + "-" + i, documents);
            }
        }
        return documents;
    }

    private void document(String id, Map<CorpusDocument, List<QuestionSet.Asked>> documents) {
        List<List<List<String>>> chosen = new ArrayList<>(facts);
        Collections.shuffle(chosen, random);
        List<String> matter = PlantedLanguage.of(language).matter();
        var sheet = new Sheet(0);
        List<QuestionSet.Asked> questions = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            List<List<String>> fact = chosen.get(i);
            boolean so = random.nextBoolean();
            List<String> statements = fact.get(so ? 1 : 2);
            int statement = random.nextInt(statements.size());
            if (i < STATED) {
                sheet.paragraph(statements.get(statement));
                sheet.skip(1);
            }
            add(id, questions, fact.get(3), i < STATED ? so ? YES : NO : NEITHER, statement, "state");
            add(id, questions, fact.get(4), i < STATED ? so ? NO : YES : NEITHER, statement, "state, other word");
            sheet.paragraph(matter.get(random.nextInt(matter.size())));
            sheet.skip(1);
        }
        int amount = 100 + random.nextInt(800);
        sheet.paragraph(figures.getFirst().getFirst() + ": " + amount + " EUR");
        List<String> other = List.of((amount - 50) + " EUR", (amount + 50) + " EUR", amount + " EUR");
        for (int i = 0; i < other.size(); i++) {
            String figure = other.get(i);
            add(id, questions, filled(figures.get(1), figure), i == 0 ? YES : NO, 0, "figure");
            add(id, questions, filled(figures.get(2), figure), i == 1 ? YES : NO, 0, "figure");
            add(id, questions, filled(figures.get(3), figure), i == 2 ? YES : NO, 0, "figure");
        }
        documents.put(CorpusDocument.of(id, List.of(sheet.page()), language), questions);
    }

    private static List<String> filled(List<String> questions, String figure) {
        return questions.stream()
                .map(question -> question.replace("{}", figure))
                .toList();
    }

    private void add(
            String id,
            List<QuestionSet.Asked> all,
            List<String> questions,
            String verdict,
            int statement,
            String kind) {
        boolean neither = verdict.equals(NEITHER);
        for (int i = 0; i < questions.size(); i++) {
            boolean heldOut = i % 2 == 1 || (!neither && statement % 2 == 1);
            all.add(new QuestionSet.Asked(
                    id + "-" + all.size(),
                    questions.get(i),
                    neither ? Set.of() : Set.of(1),
                    List.of(),
                    0,
                    neither,
                    verdict,
                    List.of(),
                    null,
                    language,
                    List.of(kind, heldOut ? "half b" : "half a", "true: " + verdict)));
        }
    }
}
