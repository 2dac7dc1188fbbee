package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Figures;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table's row as an answer: the field that is asked for, with its row's label and its column's header. */
final class RowEvidence {

    private static final int MOST_FIELDS = 6;

    private RowEvidence() {}

    static Evidence of(Passage passage, TableRow row, Question question, double score) {
        List<TableRow.Field> fields = fields(row, question);
        List<BoundingBox> boxes = new ArrayList<>();
        passage.lines().stream().limit(1).forEach(line -> boxes.add(line.box()));
        fields.forEach(field -> boxes.add(field.box()));
        return new Evidence(
                says(passage, row, fields),
                new Citation(
                        passage.number(),
                        passage.page(),
                        passage.text(),
                        boxes.stream().distinct().toList(),
                        score));
    }

    private static List<TableRow.Field> fields(TableRow row, Question question) {
        TableRow.Field chosen = question.wants().figure() && !compares(question) && row.table() >= 0
                ? ColumnChoice.of(row, question)
                : null;
        return chosen == null ? row.fields().stream().limit(MOST_FIELDS).toList() : List.of(chosen);
    }

    private static boolean compares(Question question) {
        String text = question.text().toLowerCase(Locale.ROOT);
        return text.contains("compare") || text.contains("change") || text.contains("vergl") || text.contains("évol");
    }

    private static String says(Passage passage, TableRow row, List<TableRow.Field> fields) {
        if (fields.isEmpty() || row.table() < 0) {
            return passage.text();
        }
        List<String> values = fields.stream()
                .map(field -> field.header().isEmpty()
                        ? value(field.text())
                        : value(field.text()) + " (" + field.header() + ")")
                .toList();
        String label = row.group().isEmpty() ? row.label() : row.group() + " – " + row.label();
        return (label.isEmpty() ? "" : bare(label) + ": ") + String.join("; ", values);
    }

    private static String bare(String label) {
        return label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
    }

    /** Without the sign of money that belongs to the next column. */
    private static String value(String text) {
        return Figures.figure(text) ? text.replaceFirst("(?<=[\\p{Nd})%])\\s*\\$$", "") : text;
    }
}
