package dev.pagewright.field;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The terms of the lexicon in a row of a document, of all languages together: the longest at each place, none inside
 * another. Blanks, signs, capitals and Latin accents do not matter, as readings of small print lose and gain them:
 * {@code SUB-TOTAL}, {@code Subtotal} and {@code Sous total} are found as they are written in the lexicon or not.
 *
 * @param terms from left to right
 * @param letters of the row
 */
public record Labels(List<Term> terms, int letters) {

    /** The word that what follows or stands beside it is in the figure, as in {@code incl.}; no concept. */
    public static final String INCLUDING = "including";

    /** The word that what follows or stands beside it is not in the figure, as in {@code excl.}; no concept. */
    public static final String EXCLUDING = "excluding";

    /** What stands in the names of firms; no concept. */
    public static final String FIRMS = "firms";

    /** What stands above a receipt and names nobody; no concept. */
    public static final String TITLES = "titles";

    /** What stands in addresses; no concept. */
    public static final String ADDRESSES = "addresses";

    /** Letters that may stand apart and are one word, as in {@code T O T A L}. */
    private static final int SET_APART = 8;

    private static final Pattern ACCENTS = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]|[\\p{L}\\p{M}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]]+");
    private static final Pattern MISREAD = Pattern.compile("(?<=\\p{L})0|0(?=\\p{L})");

    /**
     * @param concepts that it may name, and the kinds of words that are no concept
     * @param from the word of the row at which it begins, from 0
     * @param words in it; characters where a script parts no words
     * @param letters in it
     */
    public record Term(Set<String> concepts, int from, int words, int letters) {

        public Term {
            concepts = Set.copyOf(concepts);
        }

        /** What it names beside a value of the kind: those of its concepts that have such values, all where none has. */
        public Set<String> beside(ValueType kind) {
            Set<String> fitting = concepts.stream()
                    .filter(concept ->
                            Lexicon.type(concept).filter(kind::equals).isPresent())
                    .collect(Collectors.toSet());
            return fitting.isEmpty() ? concepts : fitting;
        }
    }

    public Labels {
        terms = List.copyOf(terms);
    }

    public static Labels of(String row) {
        List<String> words = words(row);
        List<Term> found = new ArrayList<>();
        int letters = 0;
        for (int from = 0; from < words.size(); ) {
            int next = from + 1;
            Set<String> concepts = Set.of();
            var joined = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + Terms.LONGEST); to++) {
                joined.append(words.get(to));
                Set<String> named = Terms.ALL.get(joined.toString());
                if (named != null) {
                    concepts = named;
                    next = to + 1;
                }
            }
            int length =
                    words.subList(from, next).stream().mapToInt(Labels::letters).sum();
            if (!concepts.isEmpty()) {
                found.add(new Term(concepts, from, next - from, length));
            }
            letters += length;
            from = next;
        }
        return new Labels(found, letters);
    }

    /** The concepts that the terms name beside a value of the kind. */
    public Set<String> beside(ValueType kind) {
        return terms.stream().flatMap(term -> term.beside(kind).stream()).collect(Collectors.toSet());
    }

    /** The share of the row's letters in terms that name one of the concepts beside a value of the kind. */
    public double share(ValueType kind, Set<String> concepts) {
        int named = terms.stream()
                .filter(term -> term.beside(kind).stream().anyMatch(concepts::contains))
                .mapToInt(Term::letters)
                .sum();
        return letters == 0 ? 0 : (double) named / letters;
    }

    /** The share of the row's letters in terms that may name the concept, or are of the kind of words. */
    public double share(String concept) {
        int named = terms.stream()
                .filter(term -> term.concepts().contains(concept))
                .mapToInt(Term::letters)
                .sum();
        return letters == 0 ? 0 : (double) named / letters;
    }

    private static int letters(String word) {
        return (int) word.codePoints().filter(Character::isLetter).count();
    }

    private static List<String> words(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String folded = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WORD.matcher(MISREAD.matcher(folded).replaceAll("o"))
                .results()
                .map(match -> match.group())
                .toList();
    }

    /** Terms without what parts their words; a class of its own, since it is made when first asked for. */
    private static final class Terms {

        private static final Map<String, Set<String>> ALL = new HashMap<>();
        private static final int LONGEST;

        static {
            int longest = SET_APART;
            for (String language : Lexicon.LABELLED) {
                for (var entry : Lexicon.labels(language).entrySet()) {
                    for (String term : entry.getValue()) {
                        longest = Math.max(longest, add(term, entry.getKey()));
                    }
                }
            }
            for (String key : List.of(INCLUDING, EXCLUDING, FIRMS, TITLES, ADDRESSES)) {
                for (String word : Lexicon.words(key)) {
                    longest = Math.max(longest, add(word, key));
                }
            }
            LONGEST = longest;
        }

        private static int add(String term, String concept) {
            List<String> words = words(term);
            if (!words.isEmpty()) {
                ALL.computeIfAbsent(String.join("", words), t -> new HashSet<>())
                        .add(concept);
            }
            return words.size();
        }
    }
}
