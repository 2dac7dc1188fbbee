package dev.pagewright.worker.recognition.picture;

/** Makes paper white and ink dark wherever light, colour or fading made them uneven. */
public final class Background {

    /** Share of a part's pixels that are darker than its paper. */
    private static final double PAPER = 0.85;

    private static final int DARKEST_PAPER = 40;

    private Background() {}

    /** @param letterHeight in pixels: parts are some letters wide, so that each holds paper */
    public static GreyPicture flattened(GreyPicture picture, double letterHeight) {
        int part = Math.clamp(Math.round(3 * letterHeight), 16, 160);
        int columns = Math.max(1, (picture.width() + part - 1) / part);
        int rows = Math.max(1, (picture.height() + part - 1) / part);
        float[] papers = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                papers[row * columns + column] = paper(picture, column * part, row * part, part);
            }
        }
        float[] smooth = smoothed(lifted(papers, columns, rows), columns, rows);
        return divided(picture, smooth, columns, rows, part);
    }

    public static GreyPicture inverted(GreyPicture picture) {
        byte[] pixels = new byte[picture.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~picture.pixels()[i];
        }
        return new GreyPicture(pixels, picture.width(), picture.height());
    }

    private static float paper(GreyPicture picture, int left, int top, int part) {
        int[] histogram = new int[256];
        int right = Math.min(picture.width(), left + part);
        int bottom = Math.min(picture.height(), top + part);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                histogram[picture.at(x, y)]++;
            }
        }
        long wanted = (long) ((right - left) * (double) (bottom - top) * PAPER);
        int level = 0;
        while (level < 255 && (wanted -= histogram[level]) >= 0) {
            level++;
        }
        return Math.max(DARKEST_PAPER, level);
    }

    /** A part that is much darker than its neighbours is full of ink, not of dark paper. */
    private static float[] lifted(float[] papers, int columns, int rows) {
        float[] lifted = new float[papers.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float lightest = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        lightest = Math.max(lightest, papers[r * columns + c]);
                    }
                }
                float own = papers[row * columns + column];
                lifted[row * columns + column] = own < 0.75f * lightest ? lightest : own;
            }
        }
        return lifted;
    }

    private static float[] smoothed(float[] papers, int columns, int rows) {
        float[] smooth = new float[papers.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float sum = 0;
                int count = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        sum += papers[r * columns + c];
                        count++;
                    }
                }
                smooth[row * columns + column] = sum / count;
            }
        }
        return smooth;
    }

    private static GreyPicture divided(GreyPicture picture, float[] papers, int columns, int rows, int part) {
        int width = picture.width();
        byte[] pixels = new byte[picture.pixels().length];
        long[] histogram = new long[256];
        for (int y = 0; y < picture.height(); y++) {
            float v = Math.clamp((y + 0.5f) / part - 0.5f, 0, rows - 1);
            int upper = (int) v;
            int lower = Math.min(rows - 1, upper + 1);
            float down = v - upper;
            for (int x = 0; x < width; x++) {
                float u = Math.clamp((x + 0.5f) / part - 0.5f, 0, columns - 1);
                int left = (int) u;
                int right = Math.min(columns - 1, left + 1);
                float across = u - left;
                float top = papers[upper * columns + left] * (1 - across) + papers[upper * columns + right] * across;
                float low = papers[lower * columns + left] * (1 - across) + papers[lower * columns + right] * across;
                int value = Math.min(255, Math.round(picture.at(x, y) * 255 / (top * (1 - down) + low * down)));
                pixels[y * width + x] = (byte) value;
                histogram[value]++;
            }
        }
        stretch(pixels, histogram);
        return new GreyPicture(pixels, width, picture.height());
    }

    /** Faded ink becomes dark: the darkest hundredth of the picture goes down to 30. */
    private static void stretch(byte[] pixels, long[] histogram) {
        long wanted = pixels.length / 100;
        int ink = 0;
        while (ink < 255 && (wanted -= histogram[ink]) >= 0) {
            ink++;
        }
        double gain = Math.min(4, 225.0 / Math.max(1, 255 - ink));
        if (gain < 1.1) {
            return;
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) Math.clamp(Math.round(255 - (255 - i) * gain), 0, 255);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = table[pixels[i] & 0xff];
        }
    }
}
