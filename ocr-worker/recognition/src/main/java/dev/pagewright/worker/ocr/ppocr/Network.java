package dev.pagewright.worker.ocr.ppocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * One ONNX model with one input and one output. Single-threaded by design (a page thread runs it); thread-safe.
 */
final class Network implements AutoCloseable {

    private static final OrtEnvironment ENVIRONMENT =
            DeepStack.call("onnx-environment", OrtEnvironment::getEnvironment);

    private final OrtSession session;
    private final String input;

    Network(Path model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // shapes differ from call to call: an arena would keep the largest of each
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            session = ENVIRONMENT.createSession(model.toString(), options);
            input = session.getInputNames().iterator().next();
        } catch (OrtException e) {
            throw new IllegalStateException("the model %s cannot be loaded".formatted(model.getFileName()), e);
        }
    }

    /** A direct buffer that {@link #run} can take without a copy. */
    static FloatBuffer buffer(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * The output's values and shape.
     *
     * @param values row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
    record Output(float[] values, long[] shape) {}

    Output run(FloatBuffer values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(0); // closed with the result
            FloatBuffer buffer = output.getFloatBuffer();
            float[] copy = new float[buffer.remaining()];
            buffer.get(copy);
            return new Output(copy, output.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be closed", e);
        }
    }
}
