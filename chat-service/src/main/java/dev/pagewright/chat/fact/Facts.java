package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the facts of passages. Thread-safe. */
public final class Facts {

    private Facts() {}

    /**
     * @param document all passages in reading order
     * @param chosen those whose facts are wanted
     * @param language ISO 639 code of the document's
     */
    public static List<Fact> of(List<Passage> document, Collection<Passage> chosen, String language) {
        var locale = Locale.forLanguageTag(language);
        Map<Integer, List<Fact>> letterhead = new HashMap<>();
        Letterhead.of(document, language).forEach(fact -> letterhead
                .computeIfAbsent(fact.passage().ordinal(), o -> new ArrayList<>())
                .add(fact));
        List<Fact> facts = new ArrayList<>();
        for (Passage passage : chosen) {
            facts.addAll(letterhead.getOrDefault(passage.ordinal(), List.of()));
            switch (passage.kind()) {
                case ROW ->
                    facts.addAll(
                            passage.row() != null && passage.row().table() >= 0
                                    ? RowFacts.of(passage)
                                    : TextFacts.of(passage, locale));
                case HEADING ->
                    Sections.under(document, passage)
                            .ifPresentOrElse(facts::add, () -> facts.addAll(TextFacts.of(passage, locale)));
                case TEXT, ITEM -> {
                    facts.addAll(TextFacts.of(passage, locale));
                    Sections.under(document, passage).ifPresent(facts::add);
                    Entries.from(document, passage).ifPresent(facts::add);
                    Neighbours.of(document, passage).ifPresent(facts::add);
                }
            }
        }
        return facts;
    }
}
