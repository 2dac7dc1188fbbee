package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a document as they are written; finds what a word that does not stand there may mean. Thread-safe. */
final class Vocabulary {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}");
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int STEM = 5;
    private static final double SAME_STEM = 0.6;
    private static final double INFLECTED = 0.85;
    private static final double MISSPELT = 0.8;
    private static final double PART = 0.6;
    private static final int MOST = 4;
    private static final double JOINED = 0.8;
    /** In letters: the shortest other part of a joined word. */
    private static final int REST = 3;

    /** Words by their folded form. */
    private final Map<String, String> words = new HashMap<>();

    private final TextAnalysis analysis;

    private final List<String> joins;

    Vocabulary(Iterable<String> pages, TextAnalysis analysis) {
        this.analysis = analysis;
        this.joins = LanguageWords.of(analysis.language()).list("joins");
        for (String page : pages) {
            WORD.matcher(page.toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(word -> words.putIfAbsent(fold(word.group()), word.group()));
        }
    }

    /** What may be meant, none where nothing is near: inflections first, then spellings, then parts of compounds. */
    List<Term.Way> near(String word) {
        String sought = fold(word);
        List<Term.Way> ways = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        if (sought.length() < SHORTEST || sought.chars().anyMatch(Character::isDigit)) {
            return ways;
        }
        add(ways, taken, INFLECTED, candidate -> stem(sought, candidate));
        int edits = sought.length() >= LONG ? 2 : 1; // and two where they are alike at their beginning
        if (ways.isEmpty()) {
            add(
                    ways,
                    taken,
                    MISSPELT,
                    candidate -> Spelling.within(sought, candidate, edits)
                            || (sought.length() >= LONG - 2
                                    && candidate.startsWith(sought.substring(0, 3))
                                    && Spelling.within(sought, candidate, 2)));
        }
        if (ways.isEmpty() && sought.length() >= STEM) {
            add(
                    ways,
                    taken,
                    PART,
                    candidate -> candidate.length() >= STEM
                            && (candidate.startsWith(sought) || sought.startsWith(candidate)));
        }
        return ways;
    }

    /** A phrase, or where it is one word the words of the document that begin with it. */
    List<String> written(String phrase) {
        String sought = fold(phrase);
        if (phrase.indexOf(' ') >= 0 || sought.length() < SHORTEST) {
            return List.of(phrase);
        }
        return Stream.concat(
                        Stream.of(phrase),
                        words.entrySet().stream()
                                .filter(word -> word.getKey().startsWith(sought))
                                .map(Map.Entry::getValue))
                .distinct()
                .toList();
    }

    /** Words of the document that begin or end with the word, in languages that join words: a "Teichtiefe" is of a "Teich". */
    List<Term.Way> joined(String word) {
        List<Term.Way> ways = new ArrayList<>();
        String sought = fold(String.join("", analysis.tokens(word)));
        if (!joins.isEmpty() && sought.length() >= SHORTEST) {
            add(
                    ways,
                    new HashSet<>(),
                    JOINED,
                    candidate -> candidate.length() >= sought.length() + REST
                            && (candidate.startsWith(sought)
                                    || candidate.endsWith(sought)
                                    || candidate.endsWith(fold(word))));
        }
        return ways;
    }

    /** The document's words for both parts of a word that is joined of two. */
    List<Term.Way> parted(String word) {
        String whole = fold(word);
        for (int at = SHORTEST; !joins.isEmpty() && at <= whole.length() - SHORTEST; at++) {
            String first = part(whole.substring(0, at));
            List<Term.Way> last = first.isEmpty() ? List.of() : near(whole.substring(at), true);
            if (!last.isEmpty()) {
                List<String> both = new ArrayList<>(analysis.tokens(first));
                both.addAll(last.getFirst().tokens());
                return List.of(new Term.Way(both, JOINED));
            }
        }
        return List.of();
    }

    /** The document's word that the first part of a joined word is, without what joins it; empty where it has none. */
    private String part(String first) {
        for (String join : joins) {
            String bare = first.endsWith(join) ? first.substring(0, first.length() - join.length()) : first;
            if (bare.length() >= SHORTEST && words.containsKey(bare)) {
                return words.getOrDefault(bare, bare);
            }
        }
        return "";
    }

    private List<Term.Way> near(String word, boolean whole) {
        String same = words.get(word);
        return same != null && whole ? List.of(new Term.Way(analysis.tokens(same), 1)) : near(word);
    }

    private void add(List<Term.Way> ways, Set<String> taken, double worth, java.util.function.Predicate<String> fits) {
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (ways.size() < MOST && fits.test(word.getKey()) && taken.add(word.getKey())) {
                List<String> tokens = analysis.tokens(word.getValue());
                if (!tokens.isEmpty()) {
                    ways.add(new Term.Way(tokens, worth));
                }
            }
        }
    }

    /** Whether two words begin alike so far that their ends are inflections. */
    private static boolean stem(String one, String other) {
        int common = 0;
        int shorter = Math.min(one.length(), other.length());
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        int longer = Math.max(one.length(), other.length());
        return common >= STEM - 1 && common >= longer * SAME_STEM && longer - common <= 4;
    }

    static String fold(String word) {
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}", "").replace("ß", "ss").replace("ł", "l");
    }
}
