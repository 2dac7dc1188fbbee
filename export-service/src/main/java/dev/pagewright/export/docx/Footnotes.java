package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;
import static dev.pagewright.export.docx.Wml.whole;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.PlainText;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.WordprocessingML.FootnotesPart;
import org.docx4j.wml.CTFootnotes;
import org.docx4j.wml.CTFtnEdn;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.STFtnEdn;

/**
 * The notes of a document. A note whose mark is found once in the text of its page becomes a real one, which the mark
 * leads to; another stays a paragraph where it stands. Not thread-safe.
 */
final class Footnotes {

    /** A mark stands at the end of a word or a sentence; after fewer letters a figure is an exponent of a unit. */
    private static final String BEFORE = "(?<=[\\p{Ll}\\p{Lo}]{3}[.,;:!?)\"”»]?)";

    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    /** Of the page that is written: marks that were found, and the notes that they lead to. */
    private final Map<String, Block.Footnote> waiting = new HashMap<>();

    private final Set<Block> placed = new HashSet<>();
    private final CTFootnotes notes = MAKE.createCTFootnotes();
    private long last;

    Footnotes() {
        notes.getFootnote().add(separator(STFtnEdn.SEPARATOR, -1, MAKE.createRSeparator(MAKE.createRSeparator())));
        notes.getFootnote()
                .add(separator(
                        STFtnEdn.CONTINUATION_SEPARATOR,
                        0,
                        MAKE.createRContinuationSeparator(MAKE.createRContinuationSeparator())));
    }

    private static CTFtnEdn separator(STFtnEdn type, long number, Object line) {
        CTFtnEdn separator = MAKE.createCTFtnEdn();
        separator.setType(type);
        separator.setId(whole(number));
        P paragraph = Wml.paragraph(Wml.styled("FootnoteText"));
        R run = MAKE.createR();
        run.getContent().add(line);
        paragraph.getContent().add(run);
        separator.getContent().add(paragraph);
        return separator;
    }

    /** The part that holds the notes; those that come later are in it as well. */
    FootnotesPart part() throws InvalidFormatException {
        var part = new FootnotesPart();
        part.setJaxbElement(notes);
        return part;
    }

    /** Begins a page: its notes wait for their marks. */
    void begin(Page page) {
        waiting.clear();
        placed.clear();
        Set<String> twice = new HashSet<>();
        for (Block block : page.blocks()) {
            if (block instanceof Block.Footnote note && !plain(note.marker()).isEmpty()) {
                if (waiting.put(plain(note.marker()), note) != null) {
                    twice.add(plain(note.marker()));
                }
            }
        }
        waiting.keySet().removeAll(twice);
    }

    /** The passage with the marks of the page's notes that stand in it. */
    Passage marked(Passage passage, Page page, Paragraphs paragraphs) {
        Passage marked = passage;
        for (var entry : Map.copyOf(waiting).entrySet()) {
            Matcher mark = mark(entry.getValue().marker()).matcher(passage.text());
            if (mark.find()) {
                Passage with = marked.with(new Passage.NoteMark(mark.start(), mark.end(), last + 1));
                if (with.spots().size() > marked.spots().size()) {
                    marked = with;
                    add(entry.getValue(), page, paragraphs);
                    waiting.remove(entry.getKey());
                }
            }
        }
        return marked;
    }

    /** Whether the note was given its place with its mark. */
    boolean placed(Block.Footnote note) {
        return placed.contains(note);
    }

    private void add(Block.Footnote note, Page page, Paragraphs paragraphs) {
        CTFtnEdn made = MAKE.createCTFtnEdn();
        made.setId(whole(++last));
        made.getContent().add(paragraphs.within("FootnoteText", Passage.of(PlainText.block(page, note))));
        notes.getFootnote().add(made);
        placed.add(note);
    }

    /** The mark as it may stand in a text: raised figures are figures as well. */
    private static Pattern mark(String marker) {
        String plain = plain(marker);
        String forms = Pattern.quote(plain) + "|" + Pattern.quote(raised(plain));
        return Pattern.compile(BEFORE + "(?:" + forms + ")" + AFTER);
    }

    private static String plain(String marker) {
        return Normalizer.normalize(marker, Normalizer.Form.NFKC).replaceAll("[\\s().\\[\\]]", "");
    }

    private static String raised(String figures) {
        var raised = new StringBuilder();
        for (int i = 0; i < figures.length(); i++) {
            char c = figures.charAt(i);
            raised.append(c >= '0' && c <= '9' ? "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0') : c);
        }
        return raised.toString();
    }
}
