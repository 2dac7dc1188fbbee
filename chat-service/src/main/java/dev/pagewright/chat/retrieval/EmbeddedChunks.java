package dev.pagewright.chat.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Vectors of a document's chunks, each of length 1, beside what makes a question's. Thread-safe. */
public final class EmbeddedChunks implements Vectors {

    private final List<Chunk> chunks;
    private final float[][] vectors;
    private final Function<String, float[]> embedding;

    /**
     * @param vectors of the chunks, in their order
     * @param embedding makes a question's vector
     */
    public EmbeddedChunks(List<Chunk> chunks, float[][] vectors, Function<String, float[]> embedding) {
        this.chunks = List.copyOf(chunks);
        this.vectors = vectors;
        this.embedding = embedding;
    }

    @Override
    public Map<Integer, Double> similar(String question) {
        float[] asked = embedding.apply(question);
        Map<Integer, Double> similar = new HashMap<>();
        for (int i = 0; i < vectors.length; i++) {
            double cosine = 0;
            for (int k = 0; k < asked.length; k++) {
                cosine += asked[k] * vectors[i][k];
            }
            for (int ordinal = chunks.get(i).first(); ordinal <= chunks.get(i).last(); ordinal++) {
                similar.put(ordinal, cosine);
            }
        }
        return similar;
    }
}
