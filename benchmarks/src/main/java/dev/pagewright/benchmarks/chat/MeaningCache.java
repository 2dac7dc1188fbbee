package dev.pagewright.benchmarks.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.pagewright.chat.retrieval.Chunk;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.EmbeddedChunks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts, kept beside the pages between runs: of the English model, or of an OpenAI-compatible endpoint that
 * tells questions from passages by the model's name ({@code e5-query}, {@code e5-passage}) and knows every language. Not
 * thread-safe.
 */
final class MeaningCache {

    private static final String BEFORE_QUESTION = "Represent this sentence for searching relevant passages: ";

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, float[]> known = new HashMap<>();
    private final Path file;
    private final @Nullable URI endpoint;
    private final @Nullable BgeSmallEnV15QuantizedEmbeddingModel english;

    /** @param endpoint such as {@code http://localhost:8000/v1/embeddings}; empty for the English model */
    MeaningCache(Path directory, String endpoint) throws IOException {
        this.endpoint = endpoint.isEmpty() ? null : URI.create(endpoint);
        this.english = endpoint.isEmpty() ? new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run) : null;
        file = directory.resolve(endpoint.isEmpty() ? "vectors.bin" : "vectors-endpoint.bin");
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

    /** Whether documents of the language have vectors. */
    boolean knows(String language) {
        return endpoint != null || language.equals("en");
    }

    float[] passage(String text) {
        return known.computeIfAbsent(text, t -> embed(t, "e5-passage"));
    }

    float[] question(String text) {
        return known.computeIfAbsent(BEFORE_QUESTION + text, t -> embed(english == null ? text : t, "e5-query"));
    }

    private float[] embed(String text, String name) {
        if (english != null) {
            return english.embed(text).content().vector();
        }
        try {
            String body = mapper.writeValueAsString(Map.of("model", name, "input", text));
            HttpRequest request = HttpRequest.newBuilder(Objects.requireNonNull(endpoint))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return mapper.convertValue(
                    mapper.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .body())
                            .at("/data/0/embedding"),
                    float[].class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a text was embedded", e);
        }
    }

    /** Gives a document its vectors, where the model knows its language. */
    void embed(DocumentIndex index) throws IOException {
        if (knows(index.language())) {
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
