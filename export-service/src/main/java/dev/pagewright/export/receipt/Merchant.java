package dev.pagewright.export.receipt;

import dev.pagewright.field.Labels;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who wrote a receipt: who is labelled as the shop, a firm's name near the top, or else the first row that names somebody. */
final class Merchant {

    private static final int TOP = 8;
    private static final int FEWEST_LETTERS = 3;
    private static final double MOST = 0.5;

    private static final Pattern REGISTERED = Pattern.compile("\\((?=[^)]*\\d{4})[\\dA-Za-z\\s.:-]+\\)?");
    private static final Pattern POSTCODE = Pattern.compile("@|^\\d{5}|(?<!\\d)\\d{5}(?!\\d)|(?i:\\bno\\.?\\s*\\d)");
    private static final Pattern LABELLED = Pattern.compile("^([^:：]{1,20})[:：]\\s*(\\S.*)$");
    private static final String QUOTES = "\"«»“”„";
    private static final Set<String> FIRM = Set.of(Labels.FIRMS, "shop");
    /** With a figure, the house's number, they are one: a café may have its street's name. */
    private static final Set<String> ADDRESS = Set.of(Labels.ADDRESSES, "address");

    /** What labels at the top of receipts state. */
    private static final Set<String> NOBODY =
            Set.of("postcode", "phone", "email", "website", "tax_number", "invoice_number", "table_number", "waiter");

    private Merchant() {}

    static @Nullable String of(List<ReceiptRow> rows) {
        List<ReceiptRow> top = rows.subList(0, Math.min(TOP, rows.size()));
        String first = null;
        for (int i = 0; i < top.size(); i++) {
            String text = unregistered(top.get(i));
            Matcher labelled = LABELLED.matcher(text);
            if (labelled.matches() && Labels.of(labelled.group(1)).share("shop") > MOST && names(labelled.group(2))) {
                return clean(labelled.group(2));
            }
            if (!names(text)) {
                continue;
            }
            if (!Collections.disjoint(concepts(Labels.of(text)), FIRM)) {
                boolean goesOn = i > 0 && ReceiptRow.letters(text) < 10 && names(unregistered(top.get(i - 1)));
                return clean(goesOn ? unregistered(top.get(i - 1)) + " " + text : text);
            }
            first = first == null ? text : first;
        }
        return first == null ? null : clean(first);
    }

    /** Without the number in a register that follows many names. */
    private static String unregistered(ReceiptRow row) {
        return REGISTERED.matcher(row.text()).replaceAll(" ").strip();
    }

    private static boolean names(String text) {
        int letters = ReceiptRow.letters(text);
        return letters >= FEWEST_LETTERS
                && 2 * letters > text.replaceAll("\\s", "").length()
                && !nobody(text)
                && ReceiptRow.of(text).money().isEmpty();
    }

    /** A row that stands at the top of many receipts and names nobody: its heading, an address, a labelled number. */
    private static boolean nobody(String text) {
        Labels labels = Labels.of(text);
        Set<String> concepts = concepts(labels);
        boolean figure = text.codePoints().anyMatch(Character::isDigit);
        return labels.share(Labels.TITLES) > MOST
                || !Collections.disjoint(concepts, NOBODY)
                || (figure && !Collections.disjoint(concepts, ADDRESS))
                || POSTCODE.matcher(text).find();
    }

    private static Set<String> concepts(Labels labels) {
        return labels.terms().stream().flatMap(term -> term.concepts().stream()).collect(Collectors.toSet());
    }

    /** Without signs around it; quotation marks stay where they are a pair. */
    private static String clean(String text) {
        String bare = text.replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\d\"«“„]+|[^\\p{L}\\d.)\"»”“]+$", "")
                .strip();
        boolean paired = bare.codePoints().filter(c -> QUOTES.indexOf(c) >= 0).count() % 2 == 0;
        return paired ? bare : bare.replaceAll("^[" + QUOTES + "]+|[" + QUOTES + "]+$", "");
    }
}
