package dev.pagewright.worker.ocr.tesseract;

/** How Tesseract looks for lines. */
public enum Segmentation {
    /** Columns and blocks are found. */
    PAGE(3),
    /** One block of vertical text. */
    VERTICAL_BLOCK(5),
    /** One block of lines of one size. */
    BLOCK(6),
    /** The picture is one line. */
    LINE(7),
    /** The picture is one word. */
    WORD(8),
    /** Text in no order, as much as there is. */
    SPARSE(11);

    private final int mode;

    Segmentation(int mode) {
        this.mode = mode;
    }

    int mode() {
        return mode;
    }
}
