package dev.pagewright.worker.ocr.ppocr;

import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;

/** Where the lines of text are. Thread-safe. */
final class TextDetector implements AutoCloseable {

    /** A shorter side below this is enlarged, or small print is not seen. */
    private static final int SHORTEST_SIDE = 736;

    /** A longer side above this costs time and memory and finds no more lines. */
    private static final int LONGEST_SIDE = 2000;

    /** The network halves its input five times. */
    private static final int STRIDE = 32;

    private final Network network;

    TextDetector(Network network) {
        this.network = network;
    }

    /** Rectangles of lines, in the picture's pixels. */
    List<Quad> lines(BufferedImage image) {
        double scale = scale(image.getWidth(), image.getHeight());
        int width = strides(image.getWidth() * scale);
        int height = strides(image.getHeight() * scale);
        ProbabilityMap map = map(Pixels.scaled(image, width, height));
        double scaleX = (double) image.getWidth() / width;
        double scaleY = (double) image.getHeight() / height;
        return DifferentiableBinarization.lines(map).stream()
                .map(quad -> quad.scale(scaleX, scaleY))
                .toList();
    }

    private static double scale(int width, int height) {
        double enlarge = Math.max(1, (double) SHORTEST_SIDE / Math.min(width, height));
        return Math.min(enlarge, (double) LONGEST_SIDE / Math.max(width, height));
    }

    private static int strides(double side) {
        return Math.max(STRIDE, (int) Math.round(side / STRIDE) * STRIDE);
    }

    private ProbabilityMap map(Pixels pixels) {
        int plane = pixels.width() * pixels.height();
        FloatBuffer input = Network.buffer(3 * plane);
        pixels.normaliseInto(input, plane);
        Network.Output output = network.run(input, 1, 3, pixels.height(), pixels.width());
        return new ProbabilityMap(output.values(), (int) output.shape()[3], (int) output.shape()[2]);
    }

    @Override
    public void close() {
        network.close();
    }
}
