package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.worker.ocr.tesseract.TesseractText;
import dev.pagewright.worker.recognition.merge.Readings;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page as it lay, the data it was read with, and what came of it.
 *
 * @param data Tesseract's names, joined by {@code +}
 * @param known share of the letters that stand in words of the data's dictionary
 */
record Trial(Pose pose, String data, List<Line> lines, double known) {

    private static final double UNKNOWN = 0.6;

    Trial(Pose pose, String data, TesseractText text) {
        this(pose, data, text.lines(), text.known());
    }

    Trial with(List<Line> otherLines) {
        return new Trial(pose, data, otherLines, known);
    }

    /** Mean probability of its letters. */
    double confidence() {
        return Readings.confidence(lines);
    }

    /** Letters that are expected to be right. */
    double worth() {
        return Readings.worth(lines);
    }

    /** What the letters are worth where words that no dictionary knows are worth less. */
    double likelihood() {
        return worth() * likelihood(known);
    }

    /** Between what letters of unknown words are worth against those of known ones, and 1. */
    static double likelihood(double known) {
        return UNKNOWN + (1 - UNKNOWN) * known;
    }

    /** Share of the page's letters that stand in no word. */
    double unread() {
        return pose.preparation().unread(lines);
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
