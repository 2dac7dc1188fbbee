package dev.pagewright.worker.recognition.picture;

/**
 * Brightness of a picture's paper and ink.
 *
 * @param paper brightness of most of the lighter side, 0 to 255
 * @param ink brightness of the darker side
 * @param dark share of pixels nearer to ink than to paper
 * @param evenness brightness of the darkest part of the paper against the lightest, 0 to 1
 */
public record Tones(int paper, int ink, double dark, double evenness) {

    /** Parts a side in which the paper's brightness is compared. */
    private static final int PARTS = 8;

    /** @param picture a reduced copy is enough */
    public static Tones of(GreyPicture picture) {
        int[] histogram = histogram(picture, 0, 0, picture.width(), picture.height());
        int threshold = otsu(histogram);
        long below = 0;
        long belowSum = 0;
        long above = 0;
        for (int i = 0; i < 256; i++) {
            if (i <= threshold) {
                below += histogram[i];
                belowSum += (long) i * histogram[i];
            } else {
                above += histogram[i];
            }
        }
        int paper = quantile(histogram, threshold + 1, above, 0.5);
        int ink = below == 0 ? 0 : (int) (belowSum / below);
        return new Tones(paper, ink, (double) below / Math.max(1, below + above), evenness(picture));
    }

    public int contrast() {
        return paper - ink;
    }

    private static double evenness(GreyPicture picture) {
        if (picture.width() < PARTS || picture.height() < PARTS) {
            return 1;
        }
        int[] papers = new int[PARTS * PARTS];
        for (int row = 0; row < PARTS; row++) {
            for (int column = 0; column < PARTS; column++) {
                int left = column * picture.width() / PARTS;
                int top = row * picture.height() / PARTS;
                int right = (column + 1) * picture.width() / PARTS;
                int bottom = (row + 1) * picture.height() / PARTS;
                int[] histogram = histogram(picture, left, top, right, bottom);
                long count = (long) (right - left) * (bottom - top);
                papers[row * PARTS + column] = quantile(histogram, 0, count, 0.8);
            }
        }
        java.util.Arrays.sort(papers);
        int light = papers[papers.length * 15 / 16];
        return light == 0 ? 1 : (double) papers[papers.length / 8] / light;
    }

    private static int[] histogram(GreyPicture picture, int left, int top, int right, int bottom) {
        int[] histogram = new int[256];
        for (int y = top; y < bottom; y++) {
            int row = y * picture.width();
            for (int x = left; x < right; x++) {
                histogram[picture.pixels()[row + x] & 0xff]++;
            }
        }
        return histogram;
    }

    private static int quantile(int[] histogram, int from, long count, double share) {
        long wanted = (long) (count * share);
        for (int i = from; i < 256; i++) {
            wanted -= histogram[i];
            if (wanted < 0) {
                return i;
            }
        }
        return 255;
    }

    /** The threshold that parts two classes best (Otsu, IEEE Transactions on Systems, Man, and Cybernetics, 1979). */
    private static int otsu(int[] histogram) {
        long total = 0;
        long sum = 0;
        for (int i = 0; i < 256; i++) {
            total += histogram[i];
            sum += (long) i * histogram[i];
        }
        long below = 0;
        double belowSum = 0;
        double best = -1;
        int threshold = 127;
        for (int i = 0; i < 255; i++) {
            below += histogram[i];
            belowSum += (double) i * histogram[i];
            if (below == 0 || below == total) {
                continue;
            }
            double difference = belowSum / below - (sum - belowSum) / (total - below);
            double between = (double) below * (total - below) * difference * difference;
            if (between > best) {
                best = between;
                threshold = i;
            }
        }
        return threshold;
    }
}
