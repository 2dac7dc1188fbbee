package dev.pagewright.chat.answer;

import dev.pagewright.chat.passage.Figures;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.Period;
import dev.pagewright.chat.retrieval.Question;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of a row's fields is asked for: by years, length of period, and whether a share or an amount is wanted. */
final class ColumnChoice {

    private static final double YEAR = 3;
    private static final double OTHER_YEAR = -1.5;
    private static final double MONTHS = 2;
    private static final double OTHER_MONTHS = -1;
    private static final double LATEST = 1;
    private static final double KIND = 1.5;
    private static final double CHANGE = -2;
    private static final double NAMED = 2;
    /** A dash tells nothing where another column has a figure. */
    private static final double NONE = -1;

    private ColumnChoice() {}

    /** @return null where no field holds a figure */
    static TableRow.@Nullable Field of(TableRow row, Question question) {
        int latest = row.fields().stream()
                .flatMap(field -> Period.of(field.header()).years().stream())
                .mapToInt(year -> year)
                .max()
                .orElse(0);
        TableRow.Field best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (TableRow.Field field : row.fields()) {
            double score = Figures.figure(field.text()) ? score(field, question, latest) : Double.NEGATIVE_INFINITY;
            if (score > most) {
                most = score;
                best = field;
            }
        }
        return best;
    }

    private static double score(TableRow.Field field, Question question, int latest) {
        Period asked = question.period();
        Period told = Period.of(field.header());
        double score = 0;
        boolean known = told.years().stream().anyMatch(asked.years()::contains);
        score += known ? YEAR : !asked.years().isEmpty() && !told.years().isEmpty() ? OTHER_YEAR : 0;
        score += !known && told.years().contains(latest) ? LATEST : 0;
        if (asked.months() > 0 && told.months() > 0) {
            score += asked.months() == told.months() ? MONTHS : OTHER_MONTHS;
        }
        score += Figures.any(field.text()) ? 0 : NONE;
        boolean percent = field.text().contains("%") || field.header().contains("%");
        boolean share = question.wants() == Question.Wants.SHARE;
        score += percent == share ? KIND : 0;
        String header = field.header().toLowerCase(Locale.ROOT);
        String text = question.text().toLowerCase(Locale.ROOT);
        boolean change = header.contains("change") || header.contains("veränderung") || header.contains("variation");
        score += change && !text.contains("change") ? CHANGE : 0;
        score += named(header, text) ? NAMED : 0;
        return score;
    }

    /** Whether the question says a word of the header that no other kind of column has. */
    private static boolean named(String header, String question) {
        Set<String> asked = Set.copyOf(List.of(question.split("[^\\p{L}]+", -1)));
        List<String> words = List.of(header.split("[^\\p{L}]+", -1));
        return words.stream().anyMatch(word -> word.length() > 3 && asked.contains(word));
    }
}
