package dev.pagewright.worker.recognition.merge;

import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.List;

/**
 * From an engine's own confidence of a word to the share of words that are right at that confidence: monotone, linear
 * between knots. The knots were counted on the words of printed pages, receipts and scans against their truth
 * ({@code accuracy.CountConfidence} in the tests repeats it).
 */
public final class Calibration {

    private static final double[][] TESSERACT = {
        {0, 0.03},
        {0.106, 0.075},
        {0.40, 0.11},
        {0.55, 0.22},
        {0.65, 0.31},
        {0.75, 0.52},
        {0.83, 0.65},
        {0.88, 0.77},
        {0.918, 0.91},
        {0.945, 0.94},
        {0.965, 0.96},
        {0.975, 0.985},
        {1, 0.99}
    };

    private static final double[][] PP_OCR = {
        {0, 0},
        {0.55, 0.035},
        {0.65, 0.06},
        {0.75, 0.30},
        {0.83, 0.40},
        {0.88, 0.52},
        {0.92, 0.67},
        {0.94, 0.74},
        {0.97, 0.78},
        {0.985, 0.82},
        {0.992, 0.875},
        {0.996, 0.90},
        {0.9985, 0.95},
        {0.9999, 0.985},
        {1, 0.99}
    };

    private Calibration() {}

    /** The same lines with confidences that mean the same whichever engine read them. */
    public static List<Line> of(List<Line> lines) {
        return lines.stream().map(Calibration::line).toList();
    }

    private static Line line(Line line) {
        List<Word> words = line.words().stream()
                .map(word -> new Word(word.text(), word.box(), probability(line.engine(), word.confidence())))
                .toList();
        Line calibrated =
                new Line(line.text(), line.box(), line.confidence(), line.engine(), line.style(), line.angle(), words);
        double confidence = words.isEmpty()
                ? probability(line.engine(), line.confidence())
                : Readings.confidence(List.of(calibrated));
        return new Line(line.text(), line.box(), confidence, line.engine(), line.style(), line.angle(), words);
    }

    static double probability(Engine engine, double confidence) {
        return switch (engine) {
            case TESSERACT -> between(TESSERACT, confidence);
            case PP_OCR -> between(PP_OCR, confidence);
            case TEXT_LAYER, VLM -> confidence;
        };
    }

    private static double between(double[][] knots, double confidence) {
        for (int i = 1; i < knots.length; i++) {
            if (confidence <= knots[i][0]) {
                double share = (confidence - knots[i - 1][0]) / (knots[i][0] - knots[i - 1][0]);
                return knots[i - 1][1] + share * (knots[i][1] - knots[i - 1][1]);
            }
        }
        return knots[knots.length - 1][1];
    }
}
