package dev.pagewright.chat.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * BAAI/bge-small-en-v1.5, quantized, from its library's file: as {@link BgeSmallEnV15QuantizedEmbeddingModel}, but in the
 * calling thread alone, since vectors are made in the background and must not take every core, and without an arena, which
 * keeps what the longest text once took. Thread-safe.
 */
final class EnglishEmbeddingModel extends AbstractInProcessEmbeddingModel {

    private static final int DIMENSION = 384;

    private final OnnxBertBiEncoder encoder;

    EnglishEmbeddingModel() {
        super(Runnable::run);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream model = open("bge-small-en-v1.5-q.onnx");
                InputStream tokenizer = open("bge-small-en-v1.5-q-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the English embedding model does not load", e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + file);
        if (stream == null) {
            throw new IOException("its library holds no " + file);
        }
        return stream;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSION;
    }
}
