package dev.pagewright.worker.ocr.tesseract;

import dev.pagewright.document.Line;
import java.util.List;

/**
 * What Tesseract read.
 *
 * @param lines in Tesseract's order
 * @param known share of the letters that stand in words of the data's own dictionary, words of one letter left out; 0
 *     where there are none
 */
public record TesseractText(List<Line> lines, double known) {

    public static final TesseractText NONE = new TesseractText(List.of(), 0);

    public TesseractText {
        lines = List.copyOf(lines);
    }

    /** The same text in other lines. */
    public TesseractText with(List<Line> otherLines) {
        return new TesseractText(otherLines, known);
    }
}
