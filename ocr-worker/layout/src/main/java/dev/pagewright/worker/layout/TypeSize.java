package dev.pagewright.worker.layout;

import dev.pagewright.document.Line;

/** Height of the type of a line: as the engine says, else judged by its box and the letters in it. */
final class TypeSize {

    /** Shares of the type size that tight boxes have in common Latin faces. */
    private static final double X_HEIGHT = 0.48;

    private static final double ASCENT = 0.24;
    private static final double DESCENT = 0.21;

    private TypeSize() {}

    static double of(Line line) {
        double size = line.style().size();
        if (size > 0 && Double.isFinite(size)) {
            return size;
        }
        double across = line.box().height();
        return across / share(line.text());
    }

    static boolean known(Line line) {
        return line.style().size() > 0;
    }

    private static double share(String text) {
        boolean tall = false;
        boolean deep = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x250) {
                return 1; // other scripts fill their body more evenly
            }
            tall |= Character.isUpperCase(c) || Character.isDigit(c) || "bdfhklt()[]{}/|!?".indexOf(c) >= 0;
            deep |= "gjpqy,;()[]{}/|Q".indexOf(c) >= 0;
        }
        return X_HEIGHT + (tall ? ASCENT : 0) + (deep ? DESCENT : 0);
    }
}
