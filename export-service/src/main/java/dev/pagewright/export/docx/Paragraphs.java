package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;

import dev.pagewright.export.markup.Direction;
import java.io.IOException;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.SectPr;

/** Makes paragraphs, and remembers that the next one begins a page. Not thread-safe. */
final class Paragraphs {

    private final StreamedBody.Sink body;
    private final Runs runs;
    private boolean breakBefore;

    Paragraphs(StreamedBody.Sink body, Runs runs) {
        this.body = body;
        this.runs = runs;
    }

    /** The next paragraph begins a page; a page that held none leaves an empty one. */
    void breakPage() throws IOException {
        settleBreak();
        breakBefore = true;
    }

    /** Before what is no paragraph. */
    void settleBreak() throws IOException {
        if (breakBefore) {
            add("Normal", Passage.of(""));
        }
    }

    /** Ends a section; a page that held nothing keeps its break. */
    void endSection(SectPr section) throws IOException {
        settleBreak();
        PPr properties = MAKE.createPPr();
        properties.setSectPr(section);
        body.add(Wml.paragraph(properties));
    }

    void add(String style, Passage text) throws IOException {
        body.add(paragraph(begun(style), text));
    }

    /** @param place the item's place in its list */
    void item(PPrBase.NumPr place, Passage text) throws IOException {
        PPr properties = begun("ListParagraph");
        properties.setNumPr(place);
        body.add(paragraph(properties, text));
    }

    /** A paragraph that holds what is no text. */
    void holding(Object content) throws IOException {
        P paragraph = Wml.paragraph(begun("Normal"));
        paragraph.getContent().add(Runs.run(false, content));
        body.add(paragraph);
    }

    /** A paragraph within something else: a table's field, a note. */
    P within(String style, Passage text) {
        return paragraph(Wml.styled(style), text);
    }

    private PPr begun(String style) {
        PPr properties = Wml.styled(style);
        if (breakBefore) {
            properties.setPageBreakBefore(Wml.on());
            breakBefore = false;
        }
        return properties;
    }

    private P paragraph(PPr properties, Passage text) {
        boolean rightToLeft = Direction.rightToLeft(text.text());
        if (rightToLeft) {
            properties.setBidi(Wml.on());
        }
        P paragraph = Wml.paragraph(properties);
        paragraph.getContent().addAll(runs.of(text, rightToLeft));
        return paragraph;
    }
}
