package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns tables in OTSL into HTML. OTSL writes a mark before each field of the grid: {@code <fcel>} a cell with text,
 * {@code <ecel>} one without, {@code <lcel>} more of the cell to the left, {@code <ucel>} more of the one above,
 * {@code <xcel>} of both, {@code <nl>} the end of a row; Docling adds {@code <ched>}, {@code <rhed>}, {@code <srow>} for
 * headers. Lysak et al., Optimized Table Tokenization for Table Structure Recognition (2023); PaddleOCR-VL and Docling's
 * models answer so.
 */
final class OtslTables {

    private static final Pattern MARK = Pattern.compile("<(fcel|ecel|lcel|ucel|xcel|ched|rhed|srow|nl)>");
    private static final String END = "nl";

    private record Field(String mark, String text) {

        boolean continues() {
            return mark.equals("lcel") || mark.equals("ucel") || mark.equals("xcel");
        }
    }

    private OtslTables() {}

    /** The answer with an HTML table in place of each one in OTSL; whatever else it holds as it is. */
    static String asHtml(String answer) {
        Matcher mark = MARK.matcher(answer);
        if (!mark.find()) {
            return answer;
        }
        var out = new StringBuilder();
        List<List<Field>> rows = new ArrayList<>();
        List<Field> row = new ArrayList<>();
        String name = null;
        int from = 0;
        do {
            String before = answer.substring(from, mark.start());
            if (name == null || name.equals(END)) {
                if (!before.isBlank()) {
                    flush(rows, out);
                    out.append(before);
                }
            } else {
                row.add(new Field(name, before.strip()));
            }
            name = mark.group(1);
            if (name.equals(END)) {
                rows.add(List.copyOf(row));
                row.clear();
            }
            from = mark.end();
        } while (mark.find());
        String rest = answer.substring(from);
        if (!name.equals(END)) {
            // cut off within a row: its last field ends with its line
            int line = rest.indexOf('\n');
            row.add(new Field(name, (line < 0 ? rest : rest.substring(0, line)).strip()));
            rows.add(row);
            rest = line < 0 ? "" : rest.substring(line);
        }
        flush(rows, out);
        return out.append(rest).toString();
    }

    private static void flush(List<List<Field>> rows, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("\n\n<table>");
        for (int r = 0; r < rows.size(); r++) {
            out.append("<tr>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                Field field = rows.get(r).get(c);
                if (!field.continues()) {
                    cell(field, below(rows, r, c), beside(rows.get(r), c), out);
                }
            }
            out.append("</tr>");
        }
        out.append("</table>\n\n");
        rows.clear();
    }

    private static void cell(Field field, int rowSpan, int columnSpan, StringBuilder out) {
        String tag = field.mark.equals("ched") || field.mark.equals("rhed") || field.mark.equals("srow") ? "th" : "td";
        out.append('<').append(tag);
        if (rowSpan > 1) {
            out.append(" rowspan=\"").append(rowSpan).append('"');
        }
        if (columnSpan > 1) {
            out.append(" colspan=\"").append(columnSpan).append('"');
        }
        out.append('>')
                .append(field.text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>"))
                .append("</")
                .append(tag)
                .append('>');
    }

    private static int beside(List<Field> row, int column) {
        int span = 1;
        while (column + span < row.size() && row.get(column + span).mark.equals("lcel")) {
            span++;
        }
        return span;
    }

    private static int below(List<List<Field>> rows, int row, int column) {
        int span = 1;
        while (row + span < rows.size()
                && column < rows.get(row + span).size()
                && rows.get(row + span).get(column).mark.equals("ucel")) {
            span++;
        }
        return span;
    }
}
