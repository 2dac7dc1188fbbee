package dev.pagewright.field;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day in a row, as {@link ValueType#TIME} finds them. */
public final class Times {

    private static final Pattern HOUR = Pattern.compile("\\d{1,2}");
    private static final Pattern MINUTE = Pattern.compile("^\\d{1,2}\\s?[:：.h点點時时]\\s?(\\d{2})");
    private static final Pattern HALF = Pattern.compile("^[\\d:.\\s]*([ap])\\.?m");

    private Times() {}

    /** The first of the row to the minute, null where there is none. */
    public static @Nullable LocalTime first(String text) {
        String row = Figures.ascii(text);
        Matcher time = ValueType.TIME.pattern().matcher(row);
        while (time.find()) {
            String rest = row.substring(time.start()).toLowerCase(Locale.ROOT);
            Matcher hours = HOUR.matcher(rest);
            if (!hours.lookingAt()) {
                continue;
            }
            int hour = Integer.parseInt(hours.group());
            Matcher minutes = MINUTE.matcher(rest);
            int minute = minutes.find() ? Integer.parseInt(minutes.group(1)) : 0;
            Matcher half = HALF.matcher(rest);
            if (half.find() && hour <= 12) {
                hour = hour % 12 + (half.group(1).equals("p") ? 12 : 0);
            }
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        return null;
    }
}
