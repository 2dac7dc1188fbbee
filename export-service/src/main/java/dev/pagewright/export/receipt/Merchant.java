package dev.pagewright.export.receipt;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote a receipt: a company's name near the top, or else the first row that names somebody. */
final class Merchant {

    private static final int TOP = 8;
    private static final int FEWEST_LETTERS = 3;

    private static final Pattern REGISTERED = Pattern.compile("\\((?=[^)]*\\d{4})[\\dA-Za-z\\s.:-]+\\)?");

    private Merchant() {}

    static @Nullable String of(List<ReceiptRow> rows) {
        List<ReceiptRow> top = rows.subList(0, Math.min(TOP, rows.size()));
        String first = null;
        for (int i = 0; i < top.size(); i++) {
            String text = unregistered(top.get(i).text());
            if (!names(text)) {
                continue;
            }
            if (Vocabulary.company(text)) {
                boolean goesOn = i > 0
                        && letters(text) < 10
                        && names(unregistered(top.get(i - 1).text()));
                return clean(goesOn ? unregistered(top.get(i - 1).text()) + " " + text : text);
            }
            first = first == null ? text : first;
        }
        return first == null ? null : clean(first);
    }

    /** Without the number in a register that follows many names. */
    private static String unregistered(String text) {
        return REGISTERED.matcher(text).replaceAll(" ").strip();
    }

    private static boolean names(String text) {
        return letters(text) >= FEWEST_LETTERS
                && 2 * letters(text) > text.replaceAll("\\s", "").length()
                && !Vocabulary.nobody(text)
                && Amounts.in(text).isEmpty();
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d.)]+$", "")
                .strip();
    }
}
