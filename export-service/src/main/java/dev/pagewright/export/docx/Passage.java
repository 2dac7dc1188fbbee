package dev.pagewright.export.docx;

import dev.pagewright.document.Link;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.LinkSpans;
import dev.pagewright.export.markup.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text, and where in it a link or a mark of a note stands.
 *
 * @param text as XML can hold it
 * @param spots in order, none meeting another
 */
record Passage(String text, List<Spot> spots) {

    /** A stretch of a text: {@code from} is its first character, {@code to} past its last. */
    sealed interface Spot {
        int from();

        int to();
    }

    record Linked(int from, int to, String uri) implements Spot {}

    /** @param note the note's number in the document */
    record NoteMark(int from, int to, long note) implements Spot {}

    static Passage of(String text) {
        return new Passage(XmlText.of(text), List.of());
    }

    /** @param words the text's own, in order, with their places on the page */
    static Passage of(String text, Stream<Word> words, List<Link> links) {
        String clean = XmlText.of(text);
        return new Passage(
                clean,
                LinkSpans.of(clean, words, links).stream()
                        .<Spot>map(span -> new Linked(span.from(), span.to(), span.uri()))
                        .toList());
    }

    /** The same text with the mark of a note, unless that would stand within a link. */
    Passage with(NoteMark mark) {
        if (spots.stream().anyMatch(spot -> spot.from() < mark.to() && mark.from() < spot.to())) {
            return this;
        }
        List<Spot> more = new ArrayList<>(spots);
        more.add(mark);
        more.sort(Comparator.comparingInt(Spot::from));
        return new Passage(text, more);
    }
}
