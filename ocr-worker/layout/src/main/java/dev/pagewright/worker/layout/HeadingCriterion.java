package dev.pagewright.worker.layout;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a paragraph is a heading, by its type beside that of the page's body. */
final class HeadingCriterion {

    private static final int LONGEST = 200;
    private static final int MOST_LINES = 4;
    private static final Pattern NUMBERED =
            Pattern.compile("^(\\d{1,2}(\\.\\d{1,2}){0,4}\\.?|[IVX]{1,5}\\.|[A-Z]\\.)\\s+\\p{Lu}.*");

    private final PageMeasure measure;

    HeadingCriterion(PageMeasure measure) {
        this.measure = measure;
    }

    /** @return 1 to 6, 0 where it is none */
    int level(List<Row> rows) {
        String text =
                rows.stream().map(Row::text).reduce("", (a, b) -> a + " " + b).strip();
        if (rows.size() > MOST_LINES
                || text.length() > LONGEST
                || letters(text) < 2
                || letters(text) * 2 < text.replace(" ", "").length()) {
            return 0;
        }
        boolean known = rows.stream().allMatch(row -> TypeSize.known(row.line()));
        double ratio = rows.stream().mapToDouble(Row::size).min().orElse(0) / measure.bodySize();
        if (ratio >= (known ? 1.15 : 1.35)) {
            return ratio >= 1.7 ? 1 : ratio >= 1.35 ? 2 : 3;
        }
        boolean bold = rows.stream().allMatch(Row::bold) && !measure.boldBody();
        boolean sentence = text.endsWith(".") || text.endsWith(",") || text.endsWith(";");
        if (bold && rows.size() <= 2 && !sentence && ratio >= 0.95) {
            return NUMBERED.matcher(text).matches() ? 3 : 4;
        }
        return 0;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
