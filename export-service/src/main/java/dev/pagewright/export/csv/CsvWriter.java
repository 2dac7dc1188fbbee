package dev.pagewright.export.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Records of comma-separated values (RFC 4180: CRLF, quotes doubled). Not thread-safe. */
final class CsvWriter {

    /** Separators of other conventions among them, lest they divide a cell. */
    private static final Pattern QUOTED = Pattern.compile("[,;\\t\"\\r\\n]");

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
            cell(raw ? cells.get(i) : Harmless.of(cells.get(i)));
        }
        out.write("\r\n");
    }

    void blankLine() throws IOException {
        out.write("\r\n");
    }

    private void cell(String text) throws IOException {
        boolean quoted = QUOTED.matcher(text).find() || !text.equals(text.strip());
        out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
