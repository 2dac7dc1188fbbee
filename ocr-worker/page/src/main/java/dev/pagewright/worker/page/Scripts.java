package dev.pagewright.worker.page;

import java.lang.Character.UnicodeScript;

/** What a text's script means for its layout. */
public final class Scripts {

    private Scripts() {}

    /** Whether words of this character's script stand side by side without a blank. */
    public static boolean unspaced(int codePoint) {
        if (codePoint < 0x0E00) {
            return false;
        }
        if ((codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF01 && codePoint <= 0xFF60)) {
            return true; // CJK punctuation and full-width forms
        }
        return unspaced(UnicodeScript.of(codePoint));
    }

    /** Whether words of this script stand side by side without a blank. */
    public static boolean unspaced(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    public static boolean rightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** Letters that read from right to left minus those that read from left to right. */
    public static int rightToLeftBalance(String text) {
        int balance = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                balance += rightToLeft(codePoint) ? 1 : -1;
            }
            i += Character.charCount(codePoint);
        }
        return balance;
    }
}
