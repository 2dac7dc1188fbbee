package dev.pagewright.chat.retrieval;

/**
 * What speaks for a passage, each 0 to 1: its place in one order, as in reciprocal rank fusion; docs/chat.md tells what each
 * gains on three kinds of documents.
 *
 * @param words its own place by words (BM25), with what the lexicon calls them
 * @param page the place by the question's own words of the best window of its page
 * @param meaning its place by vectors; 0 where there are none
 */
record Features(double words, double page, double meaning) {

    double score() {
        return words + page + meaning;
    }
}
