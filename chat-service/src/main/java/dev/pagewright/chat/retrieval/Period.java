package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a text speaks of.
 *
 * @param years four digits
 * @param months length of the period; 0 where it is not told
 * @param latest whether the most recent is asked for
 */
public record Period(Set<Integer> years, int months, boolean latest) {

    private static final Pattern YEAR =
            Pattern.compile("(?<!\\p{Nd}|[.,$€£])(?:FY\\s?)?((?:19|20)\\p{Nd}{2})(?!\\p{Nd}|[.,]\\p{Nd})");
    private static final Pattern QUARTER = Pattern.compile(
            "\\bq[1-4]\\b|\\b[1-4]q\\b|quarter|three[ -]months|trimestre|quartal|drei monate|季度|ربع",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF =
            Pattern.compile("six[ -]months|half[ -]year|first half|semestre|halbjahr|半年", Pattern.CASE_INSENSITIVE);
    private static final Pattern NINE =
            Pattern.compile("nine[ -]month|neun monate|neuf mois", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNUAL = Pattern.compile(
            "twelve[ -]months|fiscal year|full[ -]year|\\bannual|years? ended|\\byearly\\b|geschäftsjahr|exercice|年度",
            Pattern.CASE_INSENSITIVE);
    private static final Map<Pattern, Integer> LENGTHS = Map.of(QUARTER, 3, HALF, 6, NINE, 9, ANNUAL, 12);
    private static final Pattern LATEST = Pattern.compile(
            "\\blatest|most recent|\\bcurrent\\b|\\blast (?:quarter|year|period)|aktuell|dernier|最近|最新",
            Pattern.CASE_INSENSITIVE);

    public static Period of(String text) {
        Set<Integer> years = new TreeSet<>();
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            years.add(Integer.parseInt(year.group(1)));
        }
        return new Period(
                years,
                months(text.toLowerCase(Locale.ROOT)),
                LATEST.matcher(text).find());
    }

    /** How well the passage's time is the one that is asked for: years and length of period, -1 to 1. */
    static double fit(Period asked, Passage passage) {
        if (asked.years().isEmpty() && asked.months() == 0) {
            return 0;
        }
        String columns = passage.columns();
        Period told = of(columns + " " + passage.text() + " " + passage.context());
        double fit = told.years().stream().anyMatch(asked.years()::contains) ? 0.5 : 0;
        Set<Integer> lengths = lengths(columns.isEmpty() ? passage.text() : columns);
        if (asked.months() > 0 && !lengths.isEmpty()) {
            fit += lengths.contains(asked.months()) ? 0.5 : -0.5;
        }
        return fit;
    }

    private static Set<Integer> lengths(String text) {
        Set<Integer> lengths = new TreeSet<>();
        LENGTHS.forEach((pattern, months) -> {
            if (pattern.matcher(text).find()) {
                lengths.add(months);
            }
        });
        return lengths;
    }

    private static int months(String text) {
        return NINE.matcher(text).find()
                ? 9
                : HALF.matcher(text).find()
                        ? 6
                        : QUARTER.matcher(text).find()
                                ? 3
                                : ANNUAL.matcher(text).find() ? 12 : 0;
    }
}
