package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words of one row that stand close together: a cell of one line, or part of a line of prose.
 *
 * @param tokens from left to right
 */
record Segment(List<Token> tokens, BoundingBox box) {

    private static final Pattern NUMBER = Pattern.compile(
            "[\\p{Sc}\\s(*<>=≤≥~±+\\-−–—△▲]*[\\p{Nd}][\\p{Nd}.,:/’'%±+\\-−–—eE×\\s()*†‡§a-d\\[\\]\\p{Sc}]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("[-−–—.*†‡…/]+|\\(?[xX]\\)?|[nN]\\.?/?[aA]\\.?|ns|NS");

    Segment {
        tokens = List.copyOf(tokens);
    }

    static Segment of(List<Token> tokens) {
        return new Segment(
                tokens, BoundingBox.hull(tokens.stream().map(Token::box).toList()));
    }

    String text() {
        var text = new StringBuilder();
        for (Token token : tokens) {
            text.append(text.isEmpty() ? "" : " ").append(token.text());
        }
        return text.toString();
    }

    int letters() {
        return tokens.stream().mapToInt(token -> token.text().length()).sum();
    }

    /** Whether it shows a number, a range of numbers or the absence of one. */
    boolean numeric() {
        String text = text();
        return text.length() <= 40
                && (NUMBER.matcher(text).matches() || PLACEHOLDER.matcher(text).matches());
    }

    boolean bold() {
        return tokens.stream().allMatch(Token::bold);
    }

    double size() {
        return tokens.getFirst().size();
    }

    double left() {
        return box.left();
    }

    double right() {
        return box.right();
    }
}
