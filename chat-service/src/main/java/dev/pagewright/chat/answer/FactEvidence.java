package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.fact.Fact;
import dev.pagewright.chat.passage.Figures;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import java.util.List;

/** What is told of a fact: its label and its value, or the sentence itself. */
final class FactEvidence {

    private static final int MOST_FIELDS = 6;
    private static final int LONGEST = 600;
    private static final int LONGEST_HEADER = 40;

    private FactEvidence() {}

    /**
     * @param whole whether the whole row is told, where no field of it is asked for more than the others
     * @param score 0 to 1
     */
    static Evidence of(Fact fact, boolean whole, double score) {
        Passage passage = fact.passage();
        String says =
                switch (fact.kind()) {
                    case CELL -> cell(fact, whole);
                    case PAIR, SECTION -> bare(fact.label()) + ": " + fact.value();
                    case LINE, SENTENCE -> fact.value();
                };
        return new Evidence(
                cut(says),
                new Citation(passage.number(), passage.page(), cut(fact.snippet()), fact.boxes(), score),
                new Stated(passage, cut(whole ? says : fact.value()))); // of a whole row no field is told alone
    }

    private static String cell(Fact fact, boolean whole) {
        TableRow row = fact.passage().row();
        if (row == null) {
            return fact.value();
        }
        if (whole) {
            return row(row);
        }
        var label = new StringBuilder();
        if (!row.label().equals(fact.value())) {
            label.append(bare(row.label()));
        }
        for (TableRow.Field field : row.fields()) {
            if (field.text().equals(fact.value())) {
                break;
            }
            if (!Figures.any(field.text()) || label.isEmpty()) {
                label.append(label.isEmpty() ? "" : ", ").append(field.text());
            }
        }
        if (!fact.header().isEmpty()) {
            label.append(label.isEmpty() ? "" : " – ").append(nearest(fact.header()));
        }
        return label.isEmpty() ? fact.value() : label + ": " + fact.value();
    }

    private static String row(TableRow row) {
        List<String> values = row.fields().stream()
                .limit(MOST_FIELDS)
                .map(field ->
                        field.header().isEmpty() ? field.text() : field.text() + " (" + nearest(field.header()) + ")")
                .toList();
        return (row.label().isEmpty() ? "" : bare(row.label()) + ": ") + String.join("; ", values);
    }

    /** The end of a long header, which stands nearest to the field. */
    private static String nearest(String header) {
        if (header.length() <= LONGEST_HEADER) {
            return bare(header);
        }
        return header.substring(header.indexOf(' ', header.length() - LONGEST_HEADER) + 1);
    }

    private static String bare(String label) {
        return label.endsWith(":") || label.endsWith("：") ? label.substring(0, label.length() - 1) : label;
    }

    /** Still verbatim: cut at a blank. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int blank = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, blank > 0 ? blank : LONGEST);
    }
}
