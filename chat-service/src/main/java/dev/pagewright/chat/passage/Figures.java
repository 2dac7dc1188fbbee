package dev.pagewright.chat.passage;

import java.util.regex.Pattern;

/** Tells figures from words and years. */
public final class Figures {

    private static final Pattern FIGURE = Pattern.compile(
            "[\\s$€£¥₹+\\-−–—(]*(?:[A-Z]{3}\\s?)?[\\p{Nd}][\\p{Nd}.,'’\\s]*[\\s)%$€£¥₹]*(?:[A-Z]{3}|pp|bps|x|M|B|m|bn|million|billion)?[\\s)%$€£¥₹]*");
    private static final Pattern YEAR = Pattern.compile("[\\s(]*(?:19|20)\\p{Nd}{2}[\\s)]*");
    private static final Pattern NONE = Pattern.compile("[\\s$€£¥]*[—–\\-−]+[\\s$€£¥%]*");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private Figures() {}

    /** A field that holds a figure, or the dash that stands for none; a bare year is none. */
    public static boolean figure(String text) {
        return (FIGURE.matcher(text).matches() && !YEAR.matcher(text).matches())
                || NONE.matcher(text).matches();
    }

    public static boolean year(String text) {
        return YEAR.matcher(text).matches();
    }

    public static boolean any(String text) {
        return DIGIT.matcher(text).find();
    }
}
