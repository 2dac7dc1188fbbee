package dev.pagewright.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days in a row, with day, month and year: in figures of any script, or with the month's name in any language of {@code words.txt}. */
public final class Dates {

    private static final int MONTHS = 12;
    private static final int CENTURY = 2000;

    private static final String YEAR = "(?:19|20)\\d{2}";
    /** A reading may lose the blank before the time: {@code 30-06-201822:16}, {@code 30-06-1822:16}. */
    private static final String YEAR_THEN_TIME =
            YEAR + "(?=\\d{1,2}:\\d{2})|\\d{2}(?=\\d{2}:\\d{2})|(?:" + YEAR + "|\\d{2})(?!\\d|[.,/:-]\\d)";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(" + YEAR + ")\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(" + YEAR_THEN_TIME + ")");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?[\\s./-]{0,3}(?:de |of )?(\\p{L}{3,12})[\\s./,-]{0,3}(?:de )?("
                    + YEAR_THEN_TIME + ")");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s?(" + YEAR + ")(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)");

    private Dates() {}

    /** @param monthFirst how a date is read that could be either */
    public static List<LocalDate> in(String text, boolean monthFirst) {
        String row = Figures.ascii(text);
        List<LocalDate> dates = new ArrayList<>();
        Matcher matcher = YEAR_FIRST.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        matcher = DAY_NAME_YEAR.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(3), month(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        }
        matcher = NAME_DAY_YEAR.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(3), month(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        matcher = YEAR_LAST.matcher(row);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(3));
            boolean american = second > MONTHS
                    || (monthFirst && first <= MONTHS && !matcher.group(2).equals("."));
            add(dates, matcher.group(4), american ? first : second, american ? second : first);
        }
        matcher = DIGITS.matcher(row);
        while (dates.isEmpty() && matcher.find()) {
            add(dates, matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        return dates;
    }

    private static void add(List<LocalDate> dates, String year, int month, int day) {
        int full = year.length() == 2 ? CENTURY + Integer.parseInt(year) : Integer.parseInt(year);
        try {
            dates.add(LocalDate.of(full, month, day));
        } catch (DateTimeException e) {
            // the digits of something else
        }
    }

    /** The month of which the name has the longest beginning; 0 where it has none. */
    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Integer whole = Months.NAMES.get(lower);
        for (int length = lower.length(); whole == null && length > 0; length--) {
            whole = Months.NAMES.get(lower.substring(0, length) + "*");
        }
        return whole == null ? 0 : whole;
    }

    /** Names of months and their begins, the latter with a star. */
    private static final class Months {

        private static final Map<String, Integer> NAMES = new HashMap<>();

        static {
            for (int month = 1; month <= MONTHS; month++) {
                for (String begin : Lexicon.words("month " + month)) {
                    NAMES.put(begin, month);
                }
            }
        }
    }
}
