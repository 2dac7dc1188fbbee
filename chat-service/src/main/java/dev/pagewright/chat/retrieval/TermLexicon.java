package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lexicon of one language as its analysis stems it: finds terms in the words of a question. Thread-safe. */
final class TermLexicon {

    /**
     * A term in a sequence of words.
     *
     * @param length in words
     */
    record Found(int length, Set<String> concepts) {}

    private record Entry(List<String> stems, String concept) {}

    private static final int LONGEST = 6;
    private static final int SHORTEST_PART = 4;
    /** What joins two words to one, and what the first of them loses by it. */
    private static final List<String> LINKS = List.of("", "s", "n", "en", "es", "er");

    private static final List<String> ENDS = List.of("", "e");
    private static final List<String> ASKING = List.of(
            "who", "when", "time", "where", "amount", "figure", "duration", "percent", "reason", "list", "summary");
    private static final Map<String, TermLexicon> MADE = new ConcurrentHashMap<>();

    private final TextAnalysis analysis;
    private final LanguageWords words;
    private final Map<String, String> stems = new ConcurrentHashMap<>();
    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Map<String, Set<String>> byTerm = new HashMap<>();
    private final List<String> terms;
    private final List<String> asking;

    private TermLexicon(String language) {
        analysis = TextAnalysis.of(language);
        words = LanguageWords.of(language);
        Lexicon.of(language).forEach((concept, all) -> all.forEach(term -> add(concept, term)));
        terms = byTerm.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        asking = Stream.concat(
                        ASKING.stream().flatMap(key -> words.list(key).stream()),
                        Stream.of("small", "light", "document").flatMap(key -> words.list(key).stream()))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static TermLexicon of(String language) {
        return MADE.computeIfAbsent(language, TermLexicon::new);
    }

    private void add(String concept, String term) {
        List<String> all = Plain.of(term).words();
        if (all.isEmpty() || (all.size() == 1 && words.small(all.getFirst()))) {
            return;
        }
        List<String> stemmed = all.stream().map(this::stem).toList();
        byFirst.computeIfAbsent(stemmed.getFirst(), s -> new ArrayList<>()).add(new Entry(stemmed, concept));
        byTerm.computeIfAbsent(String.join(" ", all), t -> new HashSet<>()).add(concept);
    }

    /** The stem of a word; the word itself where the analysis drops it. */
    String stem(String word) {
        String known = stems.get(word);
        if (known != null) {
            return known;
        }
        String stem = String.join("", analysis.tokens(word));
        String kept = stem.isEmpty() ? word : stem;
        if (stems.size() < 20_000) { // no more than a language has words
            stems.put(word, kept);
        }
        return kept;
    }

    /** The longest term that begins at a word; null where none does. */
    @Nullable Found at(List<String> stemmed, List<String> plain, int from) {
        List<Entry> entries = byFirst.get(stemmed.get(from));
        if (entries == null) {
            return null;
        }
        for (int length = Math.min(LONGEST, stemmed.size() - from); length > 0; length--) {
            List<String> here = stemmed.subList(from, from + length);
            Set<String> concepts = new HashSet<>();
            for (Entry entry : entries) {
                if (entry.stems().equals(here)) {
                    concepts.add(entry.concept());
                }
            }
            boolean small = length == 1 && words.small(plain.get(from));
            if (!concepts.isEmpty() && !small) {
                acts(stemmed.subList(from + 1, from + length), concepts);
                acts(stemmed.subList(from, from + 1), concepts);
                return new Found(length, concepts);
            }
        }
        return null;
    }

    /** Adds the acts that single words name: "have to pay" is an amount, and paying. */
    private void acts(List<String> stemmed, Set<String> concepts) {
        for (String stem : stemmed) {
            for (Entry entry : byFirst.getOrDefault(stem, List.of())) {
                if (entry.stems().size() == 1 && Lexicon.act(entry.concept()) && !Lexicon.implied(entry.concept())) {
                    concepts.add(entry.concept());
                }
            }
        }
    }

    /** What a label names: the concepts of the longest term at its beginning, else of any in it; none where it names none. */
    Set<String> named(String label) {
        if (Plain.unparted(label)) {
            return inside(label.toLowerCase(Locale.ROOT)).stream()
                    .findFirst()
                    .map(this::concepts)
                    .orElse(Set.of());
        }
        List<String> plain = Plain.of(label).words();
        List<String> stemmed = plain.stream().map(this::stem).toList();
        Found longest = null;
        for (int i = 0; i < plain.size(); i++) {
            Found found = at(stemmed, plain, i);
            if (found != null && (longest == null || found.length() > longest.length())) {
                longest = found;
            }
        }
        return longest == null ? Set.of() : longest.concepts();
    }

    /** Terms that stand in a text without blanks, the longest first, none inside another. */
    List<String> inside(String text) {
        List<String> found = new ArrayList<>();
        String rest = text;
        for (String term : terms) {
            if (term.length() > 1 && rest.contains(term)) { // a single letter is a part of other words
                found.add(term);
                rest = rest.replace(term, "\u0000");
            }
        }
        return found;
    }

    /** The two terms that a word is joined of, as "Pumpendruck" is; none where it is no such word. */
    List<String> compound(String word) {
        for (int at = words.list("joins").isEmpty() ? word.length() : SHORTEST_PART;
                at <= word.length() - SHORTEST_PART;
                at++) {
            String last = word.substring(at);
            if (!byTerm.containsKey(last)) {
                continue;
            }
            String first = word.substring(0, at);
            for (String link : LINKS) {
                if (first.endsWith(link)) {
                    String bare = first.substring(0, first.length() - link.length());
                    for (String end : ENDS) {
                        if (bare.length() + end.length() >= SHORTEST_PART && byTerm.containsKey(bare + end)) {
                            return List.of(bare + end, last);
                        }
                    }
                }
            }
        }
        return List.of();
    }

    Set<String> concepts(String term) {
        return byTerm.getOrDefault(term, Set.of());
    }

    /** Words of asking, the longest first. */
    List<String> asking() {
        return asking;
    }

    /** Single words of the lexicon, for what is misspelt. */
    Set<String> vocabulary() {
        return byTerm.keySet();
    }
}
