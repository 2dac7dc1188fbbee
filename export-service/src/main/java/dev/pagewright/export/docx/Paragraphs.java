package dev.pagewright.export.docx;

import dev.pagewright.export.markup.Direction;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;

/** Writes paragraphs, and remembers that the next one begins a page. Not thread-safe. */
final class Paragraphs {

    private final MarkupWriter word;
    private boolean breakBefore;

    Paragraphs(MarkupWriter word) {
        this.word = word;
    }

    /** The next paragraph begins a page; a page that held none leaves an empty one. */
    void breakPage() throws IOException {
        if (breakBefore) {
            paragraph("Normal", "");
        }
        breakBefore = true;
    }

    /** Before what is no paragraph. */
    void settleBreak() throws IOException {
        if (breakBefore) {
            paragraph("Normal", "");
        }
    }

    void paragraph(String style, String text) throws IOException {
        begin(style);
        end(text);
    }

    /** @param numbering the list's number, {@code level} its depth from 0 */
    void item(int numbering, int level, String text) throws IOException {
        begin("ListParagraph");
        word.open("w:numPr");
        word.empty("w:ilvl", "w:val", Integer.toString(level));
        word.empty("w:numId", "w:val", Integer.toString(numbering));
        word.close("w:numPr");
        end(text);
    }

    private void begin(String style) throws IOException {
        word.open("w:p").open("w:pPr");
        word.empty("w:pStyle", "w:val", style);
        if (breakBefore) {
            word.empty("w:pageBreakBefore");
            breakBefore = false;
        }
    }

    private void end(String text) throws IOException {
        boolean rightToLeft = Direction.rightToLeft(text);
        if (rightToLeft) {
            word.empty("w:bidi");
        }
        word.close("w:pPr");
        if (!text.isEmpty()) {
            run(text, rightToLeft);
        }
        word.close("w:p").line();
    }

    private void run(String text, boolean rightToLeft) throws IOException {
        word.open("w:r");
        if (rightToLeft) {
            word.open("w:rPr").empty("w:rtl").close("w:rPr");
        }
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\t') {
                continue;
            }
            if (i > from) {
                word.element("w:t", text.substring(from, i), "xml:space", "preserve");
            }
            if (i < text.length()) {
                word.empty(c == '\n' ? "w:br" : "w:tab");
            }
            from = i + 1;
        }
        word.close("w:r");
    }
}
