package dev.pagewright.chat.model.check;

import dev.pagewright.chat.passage.Folded;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds quotations that stand in none of a statement's passages, in the marks of any language. Thread-safe. */
final class QuotationCheck {

    /** By what opens them: German and Polish close with what English opens with, Danish turns the French ones around. */
    private static final List<Pattern> MARKS = Stream.of(
                    "\"([^\"\\n]+)\"",
                    "[“”„‟]([^“”„‟\\n]+)[“”]",
                    "«([^«»\\n]+)»",
                    "»([^«»\\n]+)«",
                    "‹([^‹›\\n]+)›",
                    "(?<![\\p{L}\\p{Nd}])[‘‚']([^‘’‚'\\n]+)[’‘'](?![\\p{L}\\p{Nd}])",
                    "「([^「」\\n]+)」",
                    "『([^『』\\n]+)』",
                    "《([^《》\\n]+)》",
                    "〝([^〝〞〟\\n]+)[〞〟]")
            .map(Pattern::compile)
            .toList();
    /** Letters of a quotation worth holding to the letter; fewer mark a word. */
    private static final int FEW = 4;

    private QuotationCheck() {}

    static List<String> unsupported(String statement, List<Source> sources, String question) {
        return MARKS.stream()
                .flatMap(marks -> marks.matcher(statement).results())
                .filter(quote -> !stands(quote, sources, question))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean stands(MatchResult quote, List<Source> sources, String question) {
        String letters = Folded.letters(quote.group(1));
        int least = WordLists.unspaced(letters) ? 2 : FEW;
        return letters.length() < least
                || Folded.letters(question).contains(letters)
                || sources.stream()
                        .anyMatch(source -> Folded.letters(source.body()).contains(letters));
    }
}
