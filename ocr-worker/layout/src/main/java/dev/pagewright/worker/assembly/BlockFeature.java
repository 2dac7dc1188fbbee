package dev.pagewright.worker.assembly;

/**
 * What is kept of a block until the whole document is known.
 *
 * @param block index among the page's blocks
 * @param heading whether the page took it for a heading
 * @param size of its type, as if the page's shorter side had 612 units; 0 where unknown
 * @param known whether an engine told the size, which is else judged by boxes
 * @param key text as {@link RunningForms#key} folds it; empty where the block is not at an edge
 * @param place of the block's middle on the page: 0 at the top, 1 at the bottom
 * @param number the page number it may show, -1 where it is none
 */
record BlockFeature(
        int block, boolean heading, double size, boolean known, boolean bold, String key, double place, int number) {

    static final int KEY_LENGTH = 80;

    boolean atEdge() {
        return !key.isEmpty();
    }
}
