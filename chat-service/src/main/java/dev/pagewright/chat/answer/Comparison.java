package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Fact;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.field.ValueType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a figure that a fact states is above, below or equal to the one that is asked, or within the range beside it. */
final class Comparison {

    private static final Pattern RANGE =
            Pattern.compile("(\\p{Nd}[\\p{Nd}.,]*)\\s*(?:[-–—]|to|bis|à|a)\\s*(\\p{Nd}[\\p{Nd}.,]*)");
    private static final String RANGES = "range";

    private Comparison() {}

    static Optional<Boolean> of(DocumentIndex index, Question question, Fact fact) {
        Optional<Opposites.Side> asked = Opposites.of(question.language()).said(question.text(), true).stream()
                .filter(side -> side.scale().equals(RANGES))
                .findFirst();
        if (asked.isPresent()) {
            return ranged(index, fact.passage().row())
                    .map(place -> place == asked.get().place());
        }
        Figure wanted = Figure.of(question.text());
        Figure stated = Figure.of(fact.value());
        if (wanted == null || stated == null || dated(question.text()) || dated(fact.value())) {
            return Optional.empty();
        }
        LanguageWords words = LanguageWords.of(question.language());
        Plain plain = Plain.of(question.text());
        int order = stated.value().compareTo(wanted.value());
        if (words.says(plain, "above")) {
            return Optional.of(order > 0);
        }
        if (words.says(plain, "below")) {
            return Optional.of(order < 0);
        }
        return ValueType.AMOUNT.in(question.text()) && ValueType.AMOUNT.in(fact.value())
                ? Optional.of(order == 0)
                : Optional.empty();
    }

    private static boolean dated(String text) {
        return ValueType.DATE.in(text) || ValueType.TIME.in(text);
    }

    /** 0 where the figure of a row lies in its range of reference, 1 above it, 2 below it, as the scale of opposites counts. */
    private static Optional<Integer> ranged(DocumentIndex index, @Nullable TableRow row) {
        if (row == null) {
            return Optional.empty();
        }
        Matcher range = null;
        BigDecimal value = null;
        for (TableRow.Field field : row.fields()) {
            Matcher bounds = RANGE.matcher(field.text());
            if (index.named(field.header()).contains("reference_range") && bounds.find()) {
                range = bounds;
            } else if (value == null) {
                Figure figure = Figure.of(field.text());
                value = figure == null ? null : figure.value();
            }
        }
        if (range == null || value == null) {
            return Optional.empty();
        }
        Figure low = Figure.of(range.group(1));
        Figure high = Figure.of(range.group(2));
        if (low == null || high == null || low.value().compareTo(high.value()) > 0) {
            return Optional.empty(); // read wrong
        }
        return Optional.of(value.compareTo(high.value()) > 0 ? 1 : value.compareTo(low.value()) < 0 ? 2 : 0);
    }
}
