package dev.pagewright.worker.ocr.ppocr;

/**
 * What the detector says of each pixel of its (scaled) input: the probability of lying in the shrunk core of a text
 * line.
 *
 * @param values row by row, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a large buffer with one owner; never compared
record ProbabilityMap(float[] values, int width, int height) {

    /** Mean over the pixels whose centre lies in the rectangle; 0 where there is none. */
    double mean(Quad quad) {
        int left =
                (int) Math.floor(Math.min(Math.min(quad.x(0, 0), quad.x(1, 0)), Math.min(quad.x(0, 1), quad.x(1, 1))));
        int right =
                (int) Math.ceil(Math.max(Math.max(quad.x(0, 0), quad.x(1, 0)), Math.max(quad.x(0, 1), quad.x(1, 1))));
        int top =
                (int) Math.floor(Math.min(Math.min(quad.y(0, 0), quad.y(1, 0)), Math.min(quad.y(0, 1), quad.y(1, 1))));
        int bottom =
                (int) Math.ceil(Math.max(Math.max(quad.y(0, 0), quad.y(1, 0)), Math.max(quad.y(0, 1), quad.y(1, 1))));
        double cos = Math.cos(quad.angle());
        double sin = Math.sin(quad.angle());
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
                double dx = x - quad.centerX();
                double dy = y - quad.centerY();
                if (Math.abs(dx * cos + dy * sin) <= quad.width() / 2 + 0.01
                        && Math.abs(dy * cos - dx * sin) <= quad.height() / 2 + 0.01) {
                    sum += values[y * width + x];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
