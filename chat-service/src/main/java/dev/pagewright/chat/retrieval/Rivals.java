package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of which each names another row, or another column, of one table: who asks for the one does not ask for the other. */
final class Rivals {

    private record Table(Set<Tokens> rows, Set<Tokens> columns) {}

    private final List<Table> tables;

    private Rivals(List<Table> tables) {
        this.tables = tables;
    }

    /** @param words that may be rivals; rows that say none of them are left out */
    static Rivals in(DocumentIndex index, List<Question.Word> words) {
        List<Table> tables = new ArrayList<>();
        String last = "";
        for (Passage passage : index.passages()) {
            TableRow row = passage.row();
            if (row == null) {
                continue;
            }
            String columns = passage.page() + "/" + passage.block() + "/" + passage.columns();
            if (!columns.equals(last)) {
                last = columns;
                Set<Tokens> headers = new HashSet<>();
                row.fields().forEach(field -> headers.add(tokens(index, field.header())));
                tables.add(new Table(new HashSet<>(), headers));
            }
            Tokens text = index.tokens(passage);
            if (words.stream().anyMatch(word -> says(text, word))) {
                tables.getLast().rows.add(tokens(index, row.label()));
            }
        }
        return new Rivals(tables);
    }

    boolean are(Question.Word one, Question.Word other) {
        return tables.stream().anyMatch(table -> apart(table.rows, one, other) || apart(table.columns, one, other));
    }

    private static boolean apart(Set<Tokens> labels, Question.Word one, Question.Word other) {
        return labels.stream().anyMatch(label -> says(label, one) && !says(label, other))
                && labels.stream().anyMatch(label -> says(label, other) && !says(label, one));
    }

    private static boolean says(Tokens tokens, Question.Word word) {
        return !word.tokens().isEmpty() && word.tokens().stream().allMatch(tokens::has);
    }

    private static Tokens tokens(DocumentIndex index, String text) {
        return new Tokens(index.analysis().tokens(text));
    }
}
