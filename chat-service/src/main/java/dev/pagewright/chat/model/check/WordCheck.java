package dev.pagewright.chat.model.check;

import dev.pagewright.chat.retrieval.TextAnalysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the words of a statement stand in its passages: not most of those that carry meaning are invented, and no clause
 * of it is invented whole. A statement in another language than the document cannot be held against its words; its figures
 * and quotations still are. Not thread-safe.
 */
final class WordCheck {

    /** Share of invented words from which a statement is none of its passages. */
    private static final double MOST = 0.5;

    /** A clause of fewer words says too little to be judged alone. */
    private static final int CLAUSE = 2;

    /** Share of words that an analyser leaves out as mere grammar in a text of its language: a third and more in prose, next to nothing in another. */
    private static final double GRAMMAR = 0.1;

    private static final int STEM = 5;
    private static final Pattern PARTS = Pattern.compile("[,;:()\\[\\]—–。，；：、،؛]|\\s-\\s");

    private final TextAnalysis analysis;
    private final Set<String> telling;
    private final Set<String> join;
    private final Set<String> grammar;

    WordCheck(TextAnalysis analysis) {
        this.analysis = analysis;
        this.grammar = WordLists.grammar(analysis.language());
        // gain and loss are held against the figure's sign
        this.telling = Stream.of(WordLists.Kind.TELLING, WordLists.Kind.GAIN, WordLists.Kind.LOSS)
                .flatMap(kind -> WordLists.of(kind).stream())
                .flatMap(word -> analysis.tokens(word).stream())
                .collect(Collectors.toSet());
        this.join = WordLists.of(WordLists.Kind.JOIN);
    }

    /** @return whether it may stay, as far as its words go */
    boolean supported(String statement, List<Source> sources, String question) {
        if (!ofItsLanguage(statement)) {
            return true;
        }
        Set<String> known = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (Source source : sources) {
            known.addAll(analysis.tokens(source.body()));
            source.body().codePoints().filter(WordLists::unspaced).forEach(letters::add);
        }
        join.forEach(word -> word.codePoints().forEach(letters::add));
        WordLists.of(WordLists.Kind.TELLING)
                .forEach(word -> word.codePoints().filter(WordLists::unspaced).forEach(letters::add));
        Set<String> asked = new HashSet<>(analysis.tokens(question));
        int all = 0;
        int invented = 0;
        for (String clause : clauses(withoutNumbers(statement))) {
            List<String> words = contents(clause);
            long strange = words.stream()
                    .filter(word -> !known.contains(word) && !inflected(word, known))
                    .filter(word -> !word.codePoints()
                            .allMatch(letter -> WordLists.unspaced(letter) && letters.contains(letter)))
                    .filter(word -> !asked.contains(word))
                    .count();
            long repeated = words.stream()
                    .filter(word -> asked.contains(word) && !known.contains(word))
                    .count();
            if (words.size() >= CLAUSE
                    && strange + repeated == words.size()
                    && strange >= CLAUSE
                    && !hasFigure(clause)) {
                return false;
            }
            all += words.size() - (int) repeated + Figures.in(clause).size(); // figures were held against theirs
            invented += (int) strange;
        }
        return invented < 2 || invented <= MOST * all;
    }

    /** Numbers in words were held against the passages' figures. */
    private String withoutNumbers(String statement) {
        String rest = statement;
        for (SpelledNumbers.Spelled number :
                SpelledNumbers.of(analysis.language()).in(statement)) {
            rest = rest.replace(number.text(), "0");
        }
        return rest;
    }

    private static boolean hasFigure(String clause) {
        return !Figures.in(clause).isEmpty();
    }

    /** By the words that its analyser leaves out; a script without blanks speaks for itself. */
    private boolean ofItsLanguage(String statement) {
        if (WordLists.unspaced(statement)) {
            return Set.of("zh", "ch", "ja").contains(analysis.language());
        }
        List<String> words = WordLists.words(statement);
        if (words.size() < 3) {
            return true;
        }
        long left = words.stream()
                .filter(word -> analysis.tokens(word).isEmpty() || grammar.contains(word.toLowerCase(Locale.ROOT)))
                .count();
        return left >= GRAMMAR * words.size();
    }

    private List<String> clauses(String statement) {
        List<String> clauses = new ArrayList<>();
        for (String part : PARTS.split(statement, -1)) {
            var clause = new StringBuilder();
            for (String word : part.split("\\s+", -1)) {
                if (join.contains(word.toLowerCase(Locale.ROOT))) {
                    clauses.add(clause.toString());
                    clause.setLength(0);
                } else {
                    clause.append(word).append(' ');
                }
            }
            clauses.add(clause.toString());
        }
        return clauses;
    }

    private List<String> contents(String clause) {
        return analysis.tokens(clause).stream()
                .filter(word -> word.codePoints().allMatch(Character::isLetter))
                .filter(word -> !telling.contains(word))
                .toList();
    }

    /** Whether another form of the word is there: the same beginning of five letters and more. */
    static boolean inflected(String word, Set<String> known) {
        return word.length() >= STEM
                && known.stream().anyMatch(other -> other.length() >= STEM && sameStem(word, other));
    }

    private static boolean sameStem(String word, String other) {
        int same = 0;
        int shorter = Math.min(word.length(), other.length());
        while (same < shorter && word.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= Math.max(STEM, shorter - 2);
    }
}
