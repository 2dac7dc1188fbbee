package dev.pagewright.export.markup;

/** Which way a text runs. */
public final class Direction {

    private Direction() {}

    /** Whether the first letter with a direction is one of a right-to-left script (UAX 9, rule P2). */
    public static boolean rightToLeft(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            switch (Character.getDirectionality(point)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> i += Character.charCount(point);
            }
        }
        return false;
    }
}
