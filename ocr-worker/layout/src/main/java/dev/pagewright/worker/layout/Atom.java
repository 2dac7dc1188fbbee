package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.List;

/** What the search for columns moves around as a whole. */
sealed interface Atom {

    BoundingBox box();

    /**
     * Neighbouring words of an engine's line with no wide gap between them.
     *
     * @param words in logical order
     * @param size height of the type, in the page's unit
     */
    record Run(Line source, List<Word> words, BoundingBox box, double size) implements Atom {
        public Run {
            words = List.copyOf(words);
        }

        boolean whole() {
            return words.size() == Math.max(1, source.words().size());
        }

        int letters() {
            int letters = 0;
            for (Word word : words) {
                letters += word.text().length();
            }
            return letters;
        }
    }

    /** A table or picture that keeps its place among the text. */
    record Placed(BoundingBox box, Kind kind, int index) implements Atom {
        enum Kind {
            TABLE,
            PICTURE
        }
    }
}
