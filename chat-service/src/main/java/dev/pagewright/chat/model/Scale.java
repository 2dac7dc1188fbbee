package dev.pagewright.chat.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a figure counts in, as a word or sign after it says. A word that languages take for two scales is left out. */
enum Scale {
    NONE("(?!)"),
    PERCENT("[%٪％]|per ?cent\\b|percent\\w*|prozent\\w*|pour ?cent\\b|por ciento\\b|процент\\p{L}*"),
    THOUSAND("thousands?\\b|tausend\\b|milliers?\\b|тыс\\p{L}*"),
    MILLION("millions?\\b|millionen\\b|mio\\b|mill[oó]n(?:es)?\\b|mln\\b|млн|миллион\\p{L}*|百万"),
    MILLIARD("billions?\\b|milliarden?\\b|mrd\\b|milliards?\\b|bn\\b|млрд|миллиард\\p{L}*|十亿"),
    TRILLION("trillions?\\b|兆|万亿");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Pattern after;
    private final Pattern anywhere;

    Scale(String words) {
        this.after = Pattern.compile("\\G[\\s)-]{0,3}(" + words + ")", FLAGS);
        this.anywhere = Pattern.compile("(?<!\\p{L})(?:" + words + ")", FLAGS);
    }

    /** @param end where the figure ends in the text */
    static Scale after(String text, int end) {
        for (Scale scale : values()) {
            if (scale.after.matcher(text).find(end)) {
                return scale;
            }
        }
        return NONE;
    }

    /** The word itself, as it stands after a figure that ends there; empty where there is none. */
    String word(String text, int end) {
        Matcher word = after.matcher(text);
        return word.find(end) ? word.group(1) : "";
    }

    boolean in(String text) {
        return anywhere.matcher(text).find();
    }
}
