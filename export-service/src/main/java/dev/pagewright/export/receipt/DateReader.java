package dev.pagewright.export.receipt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in a row, in the spellings that receipts and bills have. */
final class DateReader {

    /** Begins of the months' names, in the languages that write them with Latin letters. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("gen", 1),
            Map.entry("jän", 1),
            Map.entry("feb", 2),
            Map.entry("fev", 2),
            Map.entry("fév", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("mrt", 3),
            Map.entry("maa", 3),
            Map.entry("apr", 4),
            Map.entry("avr", 4),
            Map.entry("abr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("mag", 5),
            Map.entry("mei", 5),
            Map.entry("jun", 6),
            Map.entry("juin", 6),
            Map.entry("giu", 6),
            Map.entry("jul", 7),
            Map.entry("juil", 7),
            Map.entry("lug", 7),
            Map.entry("aug", 8),
            Map.entry("aoû", 8),
            Map.entry("aou", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("set", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("ott", 10),
            Map.entry("out", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("déc", 12),
            Map.entry("dez", 12),
            Map.entry("dic", 12));

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(20\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(20\\d{2}(?=\\d{2}:)|(?:20\\d{2}|\\d{2})(?!\\d|[.,/-]\\d))");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]{0,3}(?:de )?(\\p{L}{3,10})[\\s./,-]{0,3}(?:de )?(20\\d{2}|\\d{2})(?!\\d)");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(?<!\\p{L})(\\p{L}{3,10})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s?(20\\d{2})(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)");

    private DateReader() {}

    /** @param monthFirst how a date is read that could be either */
    static List<LocalDate> in(String row, boolean monthFirst) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher matcher = YEAR_FIRST.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(1), number(matcher.group(2)), number(matcher.group(3)));
        }
        matcher = DAY_NAME_YEAR.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(3), month(matcher.group(2)), number(matcher.group(1)));
        }
        matcher = NAME_DAY_YEAR.matcher(row);
        while (matcher.find()) {
            add(dates, matcher.group(3), month(matcher.group(1)), number(matcher.group(2)));
        }
        matcher = YEAR_LAST.matcher(row);
        while (matcher.find()) {
            int first = number(matcher.group(1));
            int second = number(matcher.group(3));
            boolean american = second > 12
                    || (monthFirst && first <= 12 && !matcher.group(2).equals("."));
            add(dates, matcher.group(4), american ? first : second, american ? second : first);
        }
        matcher = DIGITS.matcher(row);
        while (dates.isEmpty() && matcher.find()) {
            add(dates, matcher.group(1), number(matcher.group(2)), number(matcher.group(3)));
        }
        return dates;
    }

    private static void add(List<LocalDate> dates, String year, int month, int day) {
        int full = year.length() == 2 ? 2000 + number(year) : number(year);
        try {
            dates.add(LocalDate.of(full, month, day));
        } catch (DateTimeException e) {
            // the digits of something else
        }
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Integer month = lower.length() >= 4 ? MONTHS.get(lower.substring(0, 4)) : null;
        return month != null ? month : orZero(MONTHS.get(lower.substring(0, 3)));
    }

    private static int orZero(@Nullable Integer month) {
        return month == null ? 0 : month;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
