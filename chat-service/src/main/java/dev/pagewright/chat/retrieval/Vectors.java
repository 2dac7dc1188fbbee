package dev.pagewright.chat.retrieval;

import java.util.Map;

/** How near in meaning passages are to a question. */
@FunctionalInterface
public interface Vectors {

    Vectors NONE = question -> Map.of();

    /** @return cosine by ordinal of passage; empty where nothing is known yet */
    Map<Integer, Double> similar(String question);
}
