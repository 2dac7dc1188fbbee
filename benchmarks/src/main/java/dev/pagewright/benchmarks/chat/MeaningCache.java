package dev.pagewright.benchmarks.chat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.pagewright.chat.retrieval.Chunk;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.EmbeddedChunks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vectors of the English model, kept beside the pages between runs. Not thread-safe. */
final class MeaningCache {

    private static final String BEFORE_QUESTION = "Represent this sentence for searching relevant passages: ";

    private final BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run);
    private final Map<String, float[]> known = new HashMap<>();
    private final Path file;

    MeaningCache(Path directory) throws IOException {
        file = directory.resolve("vectors.bin");
        if (Files.exists(file)) {
            try (var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
                for (int left = in.readInt(); left > 0; left--) {
                    byte[] text = in.readNBytes(in.readInt());
                    float[] vector = new float[in.readInt()];
                    for (int i = 0; i < vector.length; i++) {
                        vector[i] = in.readFloat();
                    }
                    known.put(new String(text, java.nio.charset.StandardCharsets.UTF_8), vector);
                }
            }
        }
    }

    float[] passage(String text) {
        return known.computeIfAbsent(text, t -> model.embed(t).content().vector());
    }

    float[] question(String text) {
        return passage(BEFORE_QUESTION + text);
    }

    /** Gives an English document its vectors; others have none, as in the service. */
    void embed(DocumentIndex index) throws IOException {
        if (index.language().equals("en")) {
            int before = known.size();
            List<Chunk> chunks = Chunk.of(index.passages());
            float[][] vectors =
                    chunks.stream().map(chunk -> passage(chunk.text())).toArray(float[][]::new);
            index.use(new EmbeddedChunks(chunks, vectors, this::question));
            if (known.size() > before) {
                write();
            }
        }
    }

    void write() throws IOException {
        try (var out = new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(known.size());
            for (var entry : known.entrySet()) {
                byte[] text = entry.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                out.writeInt(entry.getValue().length);
                for (float part : entry.getValue()) {
                    out.writeFloat(part);
                }
            }
        }
    }
}
