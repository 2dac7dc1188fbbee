package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of table a row stands in, where the same label stands in several. */
enum TableKind {
    /** The statement that others repeat: income, balance sheet, cash flows. */
    STATEMENT,
    /** A statement of changes in equity: one amount spread over columns that are no periods. */
    EQUITY,
    /** Shares of something, such as percent of revenue. */
    SHARES,
    OTHER;

    private static final Pattern CHANGES = Pattern.compile(
            "statements? of (?:\\p{L}+ ){0,3}(?:(?:stock|share)(?:holders|owners)|equity|changes in)|(?:changes|movements) in (?:\\p{L}+[’'] )?equity|eigenkapitalveränderung|eigenkapitalspiegel",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIN = Pattern.compile(
            "statements? of (?:\\p{L}+ ){0,3}(?:income|operations|earnings|profit|cash flows?|financial (?:position|condition))|\\b(?:balance sheets?|income statements?|profit and loss|cash flow statements?)|gewinn- und verlustrechnung|\\bbilanz\\b|kapitalflussrechnung|compte de résultat|\\bbilan\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile(
            "percent(?:age)? of|% of|in (?:percent|%)|as a percentage|growth|anteil", Pattern.CASE_INSENSITIVE);

    static TableKind of(Passage passage) {
        TableRow row = passage.row();
        if (row == null) {
            return OTHER;
        }
        List<String> above = passage.above();
        String near = String.join(" ", above.subList(Math.max(0, above.size() - 2), above.size()));
        if (CHANGES.matcher(near).find()) {
            return EQUITY;
        }
        boolean shares = !row.fields().isEmpty()
                && (row.fields().stream().allMatch(field -> field.text().contains("%"))
                        || PERCENT.matcher(row.group() + " " + near).find());
        return shares ? SHARES : MAIN.matcher(near).find() ? STATEMENT : OTHER;
    }
}
