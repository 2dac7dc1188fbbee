package dev.pagewright.worker.recognition.picture;

import dev.pagewright.document.BoundingBox;

/** Draws a box around a word in to the ink of its letters: detectors leave a rim of paper. */
public final class InkFit {

    /** Steps of grey between paper and ink below which nothing can be told. */
    private static final int CONTRAST = 40;

    /** Share of the box's height that each edge may move. */
    private static final double MOST = 0.35;

    private InkFit() {}

    /** The same box where no ink is seen in it. */
    public static BoundingBox of(GreyPicture picture, BoundingBox box) {
        int left = Math.clamp((int) box.left(), 0, picture.width() - 1);
        int top = Math.clamp((int) box.top(), 0, picture.height() - 1);
        int right = Math.clamp((int) Math.ceil(box.right()), left + 1, picture.width());
        int bottom = Math.clamp((int) Math.ceil(box.bottom()), top + 1, picture.height());
        int[] histogram = new int[256];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                histogram[picture.at(x, y)]++;
            }
        }
        int count = (right - left) * (bottom - top);
        int dark = quantile(histogram, count / 50);
        int light = quantile(histogram, count - 1 - count / 50);
        if (light - dark < CONTRAST) {
            return box;
        }
        int threshold = (dark + light) / 2;
        boolean inkIsDark = quantile(histogram, count / 2) > threshold;
        int most = (int) (MOST * (bottom - top));
        while (most > 0
                && top + 1 < bottom
                && top - (int) box.top() < most
                && bare(picture, left, top, right, top + 1, threshold, inkIsDark)) {
            top++;
        }
        while (bottom - 1 > top
                && box.bottom() - bottom < most
                && bare(picture, left, bottom - 1, right, bottom, threshold, inkIsDark)) {
            bottom--;
        }
        while (left + 1 < right
                && left - (int) box.left() < most
                && bare(picture, left, top, left + 1, bottom, threshold, inkIsDark)) {
            left++;
        }
        while (right - 1 > left
                && box.right() - right < most
                && bare(picture, right - 1, top, right, bottom, threshold, inkIsDark)) {
            right--;
        }
        return new BoundingBox(left, top, right, bottom);
    }

    private static boolean bare(
            GreyPicture picture, int left, int top, int right, int bottom, int threshold, boolean inkIsDark) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (picture.at(x, y) < threshold == inkIsDark) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int quantile(int[] histogram, int rank) {
        int left = rank;
        for (int i = 0; i < 256; i++) {
            left -= histogram[i];
            if (left < 0) {
                return i;
            }
        }
        return 255;
    }
}
