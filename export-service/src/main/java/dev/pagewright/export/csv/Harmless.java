package dev.pagewright.export.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that no spreadsheet takes for a formula: a leading apostrophe before each part that would run (OWASP, CSV
 * injection). A part begins with the cell, and after whatever some spreadsheet takes for the end of a cell or row even
 * inside one; blanks, invisible characters and quotes before it do not count. Numbers with a sign stay numbers.
 */
final class Harmless {

    private static final String FORMULA = "=@\uFF1D\uFF20";
    private static final String SIGNS = "+-\uFF0B\uFF0D";
    private static final String BLANKS = "\\s\u00A0\u2007\u202F\u3000";

    /** A part, up to the separator that ends it. */
    private static final Pattern PART = Pattern.compile("[^;\\t\\r\\n]+");

    /** What a spreadsheet passes over to find out whether a formula begins. */
    private static final Pattern BEFORE = Pattern.compile("[" + BLANKS + "\\p{Cntrl}\\p{Cf}\"\u201C\u201D\uFF02]*");

    private static final Pattern NUMBER = Pattern.compile("[+\\-\uFF0B\uFF0D]" + blank() + "\\p{Sc}?" + blank()
            + "[.,]?\\p{Nd}[\\p{Nd}.,'" + BLANKS + "]*" + "[%\uFF05]?\\p{Sc}?\"?");

    private Harmless() {}

    private static String blank() {
        return "[" + BLANKS + "]?";
    }

    static String of(String cell) {
        var safe = new StringBuilder();
        int done = 0;
        Matcher part = PART.matcher(cell);
        while (part.find()) {
            if (runs(part.group())) {
                safe.append(cell, done, part.start()).append('\'');
                done = part.start();
            }
        }
        safe.append(cell, done, cell.length());
        boolean control = !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return control ? "'" + safe : safe.toString();
    }

    private static boolean runs(String part) {
        Matcher before = BEFORE.matcher(part);
        String bare = before.lookingAt() ? part.substring(before.end()) : part;
        if (bare.isEmpty()) {
            return false;
        }
        if (FORMULA.indexOf(bare.charAt(0)) >= 0) {
            return true;
        }
        String whole = bare.strip();
        return SIGNS.indexOf(bare.charAt(0)) >= 0
                && whole.length() > 1
                && !NUMBER.matcher(whole).matches();
    }
}
