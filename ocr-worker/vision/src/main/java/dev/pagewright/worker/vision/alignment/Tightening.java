package dev.pagewright.worker.vision.alignment;

/**
 * Brings letters of a word that stand apart back together: of two equal letters an alignment may as well have taken the
 * wrong one, beyond a gap.
 */
final class Tightening {

    private Tightening() {}

    static void of(Matching matching, Answer answer) {
        int[] owners = answer.owners();
        for (int i = 1; i < owners.length; i++) {
            if (owners[i] == owners[i - 1]) {
                pull(matching, i, i - 1, 1);
            }
        }
        for (int i = owners.length - 2; i >= 0; i--) {
            if (owners[i] == owners[i + 1]) {
                pull(matching, i, i + 1, -1);
            }
        }
    }

    /** Moves a letter beside its neighbour where the page has the same letter there, and nobody has taken it. */
    private static void pull(Matching matching, int letter, int neighbour, int step) {
        if (matching.freeInAnswer(neighbour)) {
            return;
        }
        int place = matching.toPage(neighbour) + step;
        boolean apart = matching.toPage(letter) != place;
        if (apart
                && place >= 0
                && place < matching.page().length
                && matching.freeOnPage(place)
                && matching.page()[place] == matching.answer()[letter]) {
            matching.release(letter);
            matching.match(letter, place);
        }
    }
}
