package dev.pagewright.document.text;

import dev.pagewright.document.Link;
import dev.pagewright.document.Word;
import java.util.List;
import java.util.stream.Stream;

/** Escaped text with its links. */
final class MarkdownText {

    private MarkdownText() {}

    /** Text that begins lines of its own; {@code continuation} begins each line after the first. */
    static String block(String text, Stream<Word> words, List<Link> links, String continuation) {
        return render(CleanText.lines(text), true, words, links, continuation);
    }

    /** Text within a line that begins otherwise: of a heading, a caption, a table's field. */
    static String inline(String text, Stream<Word> words, List<Link> links) {
        return render(CleanText.oneLine(text), false, words, links, "");
    }

    private static String render(
            String text, boolean lineStarts, Stream<Word> words, List<Link> links, String continuation) {
        var escape = new MarkdownEscape(text, lineStarts);
        var out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (LinkSpans.Span span : LinkSpans.of(text, words, links)) {
            escape.append(out, done, span.from(), false, true, continuation);
            out.append('[');
            escape.append(out, span.from(), span.to(), true, false, continuation);
            out.append("](").append(Destination.of(span.uri())).append(')');
            done = span.to();
        }
        escape.append(out, done, text.length(), false, false, continuation);
        return out.toString();
    }
}
