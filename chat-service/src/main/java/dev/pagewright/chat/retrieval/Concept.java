package dev.pagewright.chat.retrieval;

import java.util.List;

/**
 * Something that a question asks about.
 *
 * @param ways token sequences that say it, the question's own first
 * @param weight how much it tells in this document, 0 and up
 * @param name whether it is a name, which nothing else stands for
 * @param own whether it may be the document's own name, which need not stand where the answer does
 */
record Concept(List<List<String>> ways, double weight, boolean name, boolean own) {

    /** What another way of saying it counts. */
    private static final double OTHER_WAY = 0.85;

    Concept {
        ways = List.copyOf(ways);
    }

    /** How far the tokens say it: 0 to 1. */
    double in(Tokens tokens) {
        double best = 0;
        for (int way = 0; way < ways.size(); way++) {
            List<String> words = ways.get(way);
            long there = words.stream().filter(tokens::has).count();
            // half of a phrase says less than half of it
            double part = (double) there / words.size();
            best = Math.max(best, (way == 0 ? 1 : OTHER_WAY) * part * part);
        }
        return best;
    }
}
