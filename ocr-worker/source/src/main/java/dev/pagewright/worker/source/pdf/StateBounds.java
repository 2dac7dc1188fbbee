package dev.pagewright.worker.source.pdf;

import java.util.function.IntSupplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;

/**
 * Leaves out operators of a content stream that would only fill memory: states saved one in another without end, marked
 * content that is opened and never closed, paths that are never painted, clips upon clips. No page needs as many; what is
 * drawn between them is drawn. One page, one thread.
 */
final class StateBounds {

    /** ISO 32000-1, annex C, names 28; generators that nest without need have had hundreds. */
    private static final int STATES = 10_000;

    private static final int MARKS = 100_000;
    private static final int CLIPS = 10_000;

    /** Of one path; a coast line has some hundred thousand. About 20 bytes each. */
    private static final int SEGMENTS = 2_000_000;

    private final IntSupplier states;
    private final IntSupplier clips;
    private int statesLeftOut;
    private int marks;
    private int marksLeftOut;
    private int segments;

    /**
     * @param states how many are saved now
     * @param clips how many clips the current state has
     */
    StateBounds(IntSupplier states, IntSupplier clips) {
        this.states = states;
        this.clips = clips;
    }

    static StateBounds of(PDFStreamEngine engine) {
        return new StateBounds(
                engine::getGraphicsStackSize,
                () -> engine.getGraphicsState().getCurrentClippingPaths().size());
    }

    /** Whether the operator is to be obeyed. */
    boolean admits(String operator) {
        return switch (operator) {
            case "q" -> saves();
            case "Q" -> restores();
            case "BMC", "BDC" -> opens();
            case "EMC" -> closes();
            case "m", "l", "c", "v", "y", "re" -> ++segments <= SEGMENTS;
            case "W", "W*" -> clips.getAsInt() < CLIPS;
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n" -> {
                segments = 0;
                yield true;
            }
            default -> true;
        };
    }

    private boolean saves() {
        boolean room = states.getAsInt() < STATES;
        statesLeftOut += room ? 0 : 1;
        return room;
    }

    private boolean restores() {
        if (statesLeftOut > 0) {
            statesLeftOut--;
            return false;
        }
        return true;
    }

    private boolean opens() {
        boolean room = marks < MARKS;
        marks += room ? 1 : 0;
        marksLeftOut += room ? 0 : 1;
        return room;
    }

    private boolean closes() {
        if (marksLeftOut > 0) {
            marksLeftOut--;
            return false;
        }
        marks = Math.max(0, marks - 1);
        return true;
    }
}
