package dev.pagewright.benchmarks.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The wordings of a {@link Genre} put to one of its documents. Not thread-safe.
 *
 * @param id of the document
 * @param values by fact
 */
record WordedQuestions(String id, Map<String, String> values, List<QuestionSet.Asked> asked) {

    /** Begins a misspelt wording. */
    private static final String MISSPELT = "~ ";

    WordedQuestions(String id, Map<String, String> values) {
        this(id, values, new ArrayList<>());
    }

    /**
     * @param most wordings of a fact that are put
     * @param tags by the place of the wording
     */
    void add(Genre genre, String language, int most, IntFunction<List<String>> tags) {
        genre.wordings().forEach((fact, wordings) -> {
            for (int i = 0; i < Math.min(most, wordings.size()); i++) {
                add(fact, wordings.get(i), language, genre.name(), tags.apply(i));
            }
        });
    }

    private void add(String fact, String wording, String language, String genre, List<String> more) {
        boolean refuse = fact.isEmpty();
        boolean misspelt = wording.startsWith(MISSPELT);
        List<String> facts = Arrays.asList(fact.split("\\+", -1));
        List<String> tags = new ArrayList<>(List.of(genre, genre + " " + fact));
        tags.addAll(more);
        if (misspelt) {
            tags.add("misspelt");
        }
        if (facts.size() > 1) {
            tags.add("two in one");
        }
        asked.add(new QuestionSet.Asked(
                id + "-" + asked.size(),
                misspelt ? wording.substring(MISSPELT.length()) : wording,
                refuse ? Set.of() : Set.of(1),
                refuse
                        ? List.of()
                        : facts.stream().map(values::get).map(List::of).toList(),
                0,
                refuse,
                null,
                List.of(),
                null,
                language,
                tags));
    }
}
