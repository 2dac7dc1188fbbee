package dev.pagewright.chat.index;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that make vectors, each loaded when it is first needed. Thread-safe; calls block. */
@Singleton
class Embeddings {

    private static final String ENGLISH = "en";

    /** The model's own words before a question (BAAI/bge-small-en-v1.5). */
    private static final String ENGLISH_QUESTION = "Represent this sentence for searching relevant passages: ";

    private final EmbeddingSettings settings;
    private @Nullable Model remote;
    private @Nullable Model english;

    Embeddings(EmbeddingSettings settings) {
        this.settings = settings;
    }

    /** @param name under which vectors are stored; those of another model are not comparable */
    record Model(String name, EmbeddingModel model, String beforeQuestion) {

        float[] question(String text) {
            return unit(model.embed(beforeQuestion + text).content().vector());
        }

        List<float[]> passages(List<String> texts) {
            return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                    .map(embedding -> unit(embedding.vector()))
                    .toList();
        }

        private static float[] unit(float[] vector) {
            double length = 0;
            for (float part : vector) {
                length += part * part;
            }
            float[] unit = new float[vector.length];
            for (int i = 0; i < vector.length; i++) {
                unit[i] = length == 0 ? 0 : (float) (vector[i] / Math.sqrt(length));
            }
            return unit;
        }
    }

    /** @return empty where no model knows the language */
    synchronized Optional<Model> of(String language) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        if (settings.url().isPresent()) {
            if (remote == null) {
                remote = remote(settings.url().get());
            }
            return Optional.of(remote);
        }
        if (!language.equals(ENGLISH)) {
            return Optional.empty();
        }
        if (english == null) {
            english = new Model("bge-small-en-v1.5-q", new EnglishEmbeddingModel(), ENGLISH_QUESTION);
        }
        return Optional.of(english);
    }

    private Model remote(String url) {
        EmbeddingModel model = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(JdkHttpClient.builder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
                .baseUrl(url)
                .apiKey(settings.key().orElse("none"))
                .modelName(settings.name())
                .timeout(settings.timeout())
                .maxRetries(1)
                .build();
        return new Model(settings.name(), model, "");
    }
}
