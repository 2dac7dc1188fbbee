package dev.pagewright.worker.vision.alignment;

import java.util.function.IntPredicate;

/**
 * Aligns what is left between matched stretches by edit distance (Levenshtein, banded): the misread letters. What has
 * little in common is left alone, except where the local engines themselves were in doubt.
 */
final class Gaps {

    private static final double ALIKE = 0.45;
    /** A local reading in doubt gives places, not letters: its length must be about right. */
    private static final double ABOUT = 0.5;

    private final Matching matching;
    private final IntPredicate doubtful;

    /** @param doubtful whether a letter of the page was read without confidence */
    Gaps(Matching matching, IntPredicate doubtful) {
        this.matching = matching;
        this.doubtful = doubtful;
    }

    void close() {
        int length = matching.answer().length;
        for (int from = 0; from < length; ) {
            if (!matching.freeInAnswer(from)) {
                from++;
                continue;
            }
            int to = from;
            while (to < length && matching.freeInAnswer(to)) {
                to++;
            }
            gap(from, to);
            from = to;
        }
    }

    private void gap(int from, int to) {
        int after = from == 0 ? 0 : matching.toPage(from - 1) + 1;
        int before = to == matching.answer().length ? matching.page().length : matching.toPage(to);
        int forward = after;
        while (forward < matching.page().length && matching.freeOnPage(forward)) {
            forward++;
        }
        int backward = before;
        while (backward > 0 && matching.freeOnPage(backward - 1)) {
            backward--;
        }
        if (backward == after && forward == before) {
            commit(from, to, after, before);
            return;
        }
        // the neighbours stand at different places: the gap belongs after the one or before the other
        int reach = to - from + (to - from) / 4 + 2;
        var behindLeft = aligned(from, to, after, Math.min(forward, after + reach));
        var beforeRight = aligned(from, to, Math.max(backward, before - reach), before);
        apply(behindLeft.equal() >= beforeRight.equal() ? behindLeft : beforeRight);
    }

    private void commit(int from, int to, int pageFrom, int pageTo) {
        apply(aligned(from, to, pageFrom, pageTo));
    }

    private EditPath aligned(int from, int to, int pageFrom, int pageTo) {
        return EditPath.between(matching.answer(), from, to, matching.page(), pageFrom, pageTo);
    }

    private void apply(EditPath path) {
        int answerLength = path.to() - path.from();
        int pageLength = path.pageTo() - path.pageFrom();
        if (answerLength == 0 || pageLength == 0) {
            return;
        }
        double alike = (double) path.equal() / Math.max(answerLength, pageLength);
        double length = (double) Math.min(answerLength, pageLength) / Math.max(answerLength, pageLength);
        if (alike >= ALIKE || (length >= ABOUT && inDoubt(path.pageFrom(), path.pageTo()))) {
            path.pairs(matching::match);
        }
    }

    private boolean inDoubt(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += doubtful.test(i) ? 1 : 0;
        }
        return 2 * count > to - from;
    }
}
