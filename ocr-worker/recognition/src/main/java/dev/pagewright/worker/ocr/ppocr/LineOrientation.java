package dev.pagewright.worker.ocr.ppocr;

import java.nio.FloatBuffer;
import java.util.List;

/** Whether a line stands on its head. Thread-safe. */
final class LineOrientation implements AutoCloseable {

    private static final int WIDTH = 192;
    private static final int BATCH = 8;

    private final Network network;

    LineOrientation(Network network) {
        this.network = network;
    }

    /**
     * The lines as they are read. Lines of one direction stand the same way on a page: the widest part decides for
     * all, because the classifier errs on single lines.
     */
    List<LinePicture> upright(Pixels page, List<LinePicture> lines) {
        double[] turned = new double[2];
        double[] standing = new double[2];
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<LinePicture> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
            float[] scores = scores(page, batch);
            for (int i = 0; i < batch.size(); i++) {
                double[] side = scores[2 * i + 1] > scores[2 * i] ? turned : standing;
                side[direction(batch.get(i))] +=
                        Math.abs(scores[2 * i + 1] - 0.5) * batch.get(i).width();
            }
        }
        return lines.stream()
                .map(line -> turned[direction(line)] > standing[direction(line)] ? line.upsideDown() : line)
                .toList();
    }

    /** 0 for level lines, 1 for those that run up the page. */
    private static int direction(LinePicture line) {
        return Math.abs(Math.sin(line.quad().angle())) > Math.sqrt(0.5) ? 1 : 0;
    }

    private float[] scores(Pixels page, List<LinePicture> batch) {
        int size = 3 * LinePicture.HEIGHT * WIDTH;
        FloatBuffer input = Network.buffer(batch.size() * size);
        for (int i = 0; i < batch.size(); i++) {
            LinePicture line = batch.get(i);
            // the head of a long line tells as much as the whole
            double share = Math.min(1, (double) WIDTH / line.width());
            Quad quad = line.quad();
            Quad head = new Quad(
                    quad.x(share / 2, 0.5), quad.y(share / 2, 0.5), quad.width() * share, quad.height(), quad.angle());
            new LinePicture(head, Math.min(WIDTH, line.width())).write(page, input, i * size, WIDTH);
        }
        return network.run(input, batch.size(), 3, LinePicture.HEIGHT, WIDTH).values();
    }

    @Override
    public void close() {
        network.close();
    }
}
