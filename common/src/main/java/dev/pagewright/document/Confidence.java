package dev.pagewright.document;

/** Checks of a confidence: a probability that the reading is right, 0 to 1. */
final class Confidence {

    private Confidence() {}

    static double require(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is not in 0..1: " + confidence);
        }
        return confidence;
    }
}
