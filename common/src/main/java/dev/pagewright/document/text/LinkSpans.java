package dev.pagewright.document.text;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which stretches of a text are links: those whose words lie under a link annotation. */
public final class LinkSpans {

    /** How far the next word may lie from the last one's end: a text is its words in order, but for hyphens. */
    private static final int REACH = 48;

    /** @param from first character; {@code to} is past the last */
    public record Span(int from, int to, String uri) {}

    private LinkSpans() {}

    /** @return spans in order, none meeting another; words that the text does not show are passed over */
    public static List<Span> of(String text, Stream<Word> words, List<Link> links) {
        List<Span> spans = new ArrayList<>();
        if (links.isEmpty()) {
            return spans;
        }
        int cursor = 0;
        for (Word word : (Iterable<Word>) words::iterator) {
            String bare = find(text, word.text(), cursor);
            if (bare == null) {
                continue;
            }
            int from = text.indexOf(bare, cursor);
            cursor = from + bare.length();
            String uri = uri(word.box(), links);
            if (uri != null) {
                add(spans, new Span(from, cursor, uri));
            }
        }
        return spans;
    }

    public static Stream<Word> words(List<Line> lines) {
        return lines.stream().flatMap(line -> line.words().stream());
    }

    /** The word as the text shows it near the cursor: a hyphen at a line's end may be gone. */
    private static @Nullable String find(String text, String word, int cursor) {
        String shown = CleanText.oneLine(word);
        String joined = shown.replaceFirst("[-\u2010\u00AD]$", "");
        for (String form : List.of(shown, joined)) {
            int from = form.isEmpty() ? -1 : text.indexOf(form, cursor);
            if (from >= 0 && from - cursor <= REACH) {
                return form;
            }
        }
        return null;
    }

    private static void add(List<Span> spans, Span next) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        // the blank or hyphen between two words of one link belongs to it
        if (last != null && last.uri().equals(next.uri()) && next.from() - last.to() <= 2) {
            spans.set(spans.size() - 1, new Span(last.from(), next.to(), next.uri()));
        } else {
            spans.add(next);
        }
    }

    private static @Nullable String uri(BoundingBox word, List<Link> links) {
        for (Link link : links) {
            BoundingBox box = link.box();
            boolean covered = box.left() <= word.centerX()
                    && word.centerX() <= box.right()
                    && box.top() <= word.centerY()
                    && word.centerY() <= box.bottom();
            if (covered && Destination.safe(link.uri())) {
                return link.uri();
            }
        }
        return null;
    }
}
