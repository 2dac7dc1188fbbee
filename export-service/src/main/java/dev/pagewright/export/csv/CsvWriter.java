package dev.pagewright.export.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Records of comma-separated values (RFC 4180: CRLF, quotes doubled). Not thread-safe. */
final class CsvWriter {

    private static final Pattern NUMBER = Pattern.compile("[+-]\\s?\\p{Sc}?\\s?[0-9][0-9.,'\\s\u00A0\u202F]*%?");
    private static final String RUN = "=@\t";
    private static final String SIGNS = "+-";

    private final Writer out;
    private final boolean raw;

    /** @param raw whether cells stay as they are, even those that a spreadsheet would run */
    CsvWriter(Writer out, boolean raw) {
        this.out = out;
        this.raw = raw;
    }

    void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            cell(raw ? cells.get(i) : harmless(cells.get(i)));
        }
        out.write("\r\n");
    }

    void blankLine() throws IOException {
        out.write("\r\n");
    }

    /** A leading apostrophe where a spreadsheet would take the cell for a formula. */
    static String harmless(String cell) {
        String bare = cell.stripLeading();
        boolean formula = !bare.isEmpty()
                && (RUN.indexOf(bare.charAt(0)) >= 0
                        || (SIGNS.indexOf(bare.charAt(0)) >= 0
                                && bare.length() > 1
                                && !NUMBER.matcher(bare.strip()).matches()));
        return formula || cell.startsWith("\t") ? "'" + cell : cell;
    }

    private void cell(String text) throws IOException {
        boolean quoted = text.indexOf(',') >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0
                || !text.equals(text.strip());
        out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
