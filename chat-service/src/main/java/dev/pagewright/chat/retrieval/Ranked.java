package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.List;

/**
 * A passage that may answer.
 *
 * @param score for the order; best first
 * @param coverage 0 to 1: how much of what is asked stands in the passage, its headings and its page
 * @param states whether a figure stands in it, of the kind that is asked for
 * @param told by what is asked about: its share of the whole question as far as it stands here
 */
public record Ranked(Passage passage, double score, double coverage, boolean states, List<Double> told) {

    public Ranked {
        told = List.copyOf(told);
    }

    /** How much of the question the passage tells beyond what is told already. */
    public double adds(double[] already) {
        double adds = 0;
        for (int i = 0; i < told.size(); i++) {
            adds += Math.max(0, told.get(i) - already[i]);
        }
        return adds;
    }

    public void tell(double[] already) {
        for (int i = 0; i < told.size(); i++) {
            already[i] = Math.max(already[i], told.get(i));
        }
    }
}
