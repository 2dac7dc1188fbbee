package dev.pagewright.benchmarks.languages;

import dev.pagewright.language.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names of months and weekdays in a language's own words and script, from the CLDR data of the JDK. */
final class CalendarWords {

    private static final List<String> UNKNOWN = names(Locale.ROOT);

    private CalendarWords() {}

    /** @return in the order of the year and the week, those with digits left out; none where CLDR knows no names */
    static List<String> of(Language language) {
        List<String> names = names(new Locale.Builder()
                .setLanguage(language.base())
                .setScript(language.script())
                .build());
        if (names.equals(UNKNOWN)) {
            return List.of();
        }
        return names.stream()
                .flatMap(name -> Arrays.stream(name.split(" ", -1)))
                .filter(word -> word.codePoints().noneMatch(Character::isDigit))
                .toList();
    }

    /** Whether it is an older form of a language, of which CLDR knows today's. */
    static boolean historic(Language language) {
        return language.code().endsWith("-old") || language.script().equals("Latf");
    }

    private static List<String> names(Locale locale) {
        List<String> names = new ArrayList<>();
        for (Month month : Month.values()) {
            names.add(month.getDisplayName(TextStyle.FULL_STANDALONE, locale));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
        }
        return names;
    }
}
