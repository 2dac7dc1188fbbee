package dev.pagewright.export.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;

/**
 * What a content stream does with the graphics state, operator by operator, as far as text layers need it. Not
 * thread-safe.
 */
final class DrawnText {

    private static final int INVISIBLE = 3;
    private static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

    private final Deque<Integer> saved = new ArrayDeque<>();
    private int mode;
    private int surplus;

    /** @param invisible whether text is invisible before anything is said of it */
    DrawnText(boolean invisible) {
        this.mode = invisible ? INVISIBLE : 0;
    }

    static boolean shows(Operator operator) {
        return SHOWING.contains(operator.getName());
    }

    /** @param operands of the operator, itself last */
    void track(Operator operator, List<Object> operands) {
        switch (operator.getName()) {
            case "q" -> saved.push(mode);
            case "Q" -> restore();
            case "Tr" -> mode = operands.getFirst() instanceof COSNumber number ? number.intValue() : mode;
            default -> {} // says nothing about text or state
        }
    }

    private void restore() {
        if (saved.isEmpty()) {
            surplus++;
        } else {
            mode = saved.pop();
        }
    }

    /** Whether text that is shown now cannot be seen (rendering mode 3). */
    boolean invisible() {
        return mode == INVISIBLE;
    }

    Balance balance() {
        return new Balance(surplus, saved.size());
    }

    /**
     * How a stream leaves the stack of graphics states.
     *
     * @param surplus states that it restored without having saved them
     * @param missing states that it saved and did not restore
     */
    record Balance(int surplus, int missing) {
        static final Balance EVEN = new Balance(0, 0);
    }
}
