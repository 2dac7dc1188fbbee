package dev.pagewright.chat.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import org.junit.jupiter.api.Test;

class EnglishEmbeddingModelTest {

    private final EnglishEmbeddingModel model = new EnglishEmbeddingModel();

    @Test
    void makes_the_vectors_of_its_librarys_own_class() {
        String text = "All plants run on hydroelectric power since March.";

        assertThat(CosineSimilarity.between(
                        vector(text),
                        new BgeSmallEnV15QuantizedEmbeddingModel().embed(text).content()))
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void is_near_to_what_means_the_same() {
        Embedding power = vector("All plants run on hydroelectric power.");

        assertThat(CosineSimilarity.between(power, vector("The factories use energy from rivers.")))
                .isGreaterThan(CosineSimilarity.between(power, vector("Employees may take leave in summer.")) + 0.1);
    }

    private Embedding vector(String text) {
        return model.embed(text).content();
    }
}
