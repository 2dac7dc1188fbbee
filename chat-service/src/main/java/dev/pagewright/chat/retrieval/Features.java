package dev.pagewright.chat.retrieval;

/**
 * What speaks for a passage, each 0 to 1; docs/chat.md tells what each gains on three kinds of documents.
 *
 * @param words its place by words (BM25), as in reciprocal rank fusion
 * @param meaning its place by vectors; 0 where there are none
 * @param window the place by words of the neighbouring passages that it belongs to
 * @param coverage how much of what is asked stands in it and what it stands under
 * @param near pairs of the question's words that are neighbours in it
 * @param value whether a value of the kind that is asked for stands in it
 */
record Features(double words, double meaning, double window, double coverage, double near, double value) {

    private static final double WORDS = 0.5;
    private static final double MEANING = 1;
    private static final double WINDOW = 1;
    private static final double COVERAGE = 0.5;
    private static final double NEAR = 0.2;
    private static final double VALUE = 0.2;

    double score() {
        return WORDS * words + MEANING * meaning + WINDOW * window + COVERAGE * coverage + NEAR * near + VALUE * value;
    }
}
