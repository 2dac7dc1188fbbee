package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.document.BoundingBox;
import java.util.List;
import java.util.Set;

/**
 * A piece of a document that may answer a question by itself.
 *
 * @param label what the value is called where it stands; empty where it stands alone
 * @param header of the value's column; empty where there is none
 * @param about what stands beside the value in its row or line, its label among it
 * @param value what is stated, verbatim
 * @param above headings and introductions that it stands under, and the sentence before
 * @param concepts of the lexicon that its place tells, as the line under a closing is a signature
 * @param snippet verbatim text of the page that holds label and value
 * @param boxes of the lines or fields that hold them
 */
public record Fact(
        Kind kind,
        Passage passage,
        String label,
        String header,
        String about,
        String value,
        String above,
        Set<String> concepts,
        String snippet,
        List<BoundingBox> boxes) {

    /** What the fact was read from. */
    public enum Kind {
        /** A field of a table. */
        CELL,
        /** A label with its value. */
        PAIR,
        /** A line that is no sentence. */
        LINE,
        SENTENCE,
        /** A heading with what stands under it. */
        SECTION
    }

    public Fact {
        concepts = Set.copyOf(concepts);
        boxes = List.copyOf(boxes);
    }
}
