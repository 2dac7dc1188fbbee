package dev.pagewright.chat.answer;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Tokens;
import dev.pagewright.field.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a document's tables that can be summed or counted. Not thread-safe. */
final class FigureRows {

    /** Rows that sum up others are none of them. */
    static final Set<String> SUMMING = Set.of(
            "total",
            "subtotal",
            "tax",
            "balance",
            "opening_balance",
            "closing_balance",
            "paid",
            "change_money",
            "amount_due");

    /** @param words of the row, without its figures */
    record Row(Passage passage, TableRow row, String words) {}

    private final DocumentIndex index;
    private final List<Tokens> summing = new ArrayList<>();
    private final Map<String, Tokens> tokens = new HashMap<>();

    FigureRows(DocumentIndex index) {
        this.index = index;
        SUMMING.forEach(concept -> Lexicon.labels(index.language())
                .getOrDefault(concept, List.of())
                .forEach(term -> summing.add(new Tokens(index.analysis().tokens(term)))));
    }

    static Map<String, List<Row>> byTable(List<Row> rows) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        rows.forEach(row -> tables.computeIfAbsent(row.passage.page() + "/" + row.row.table(), key -> new ArrayList<>())
                .add(row));
        return tables;
    }

    /** Tables that go on over several pages are one: their last columns are called the same. */
    Map<String, List<Row>> byHeader(List<Row> rows) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        for (Row row : rows) {
            String header = row.row.fields().getLast().header();
            String key = header.isBlank()
                    ? row.passage.page() + "/" + row.passage.block()
                    : String.join(
                            " ",
                            index.analysis().tokens(header).reversed().stream()
                                    .limit(1)
                                    .toList());
            tables.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return tables;
    }

    /** Rows with figures that sum up no others, each with its words. */
    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (Passage passage : index.passages()) {
            TableRow row = passage.row();
            if (row == null || row.table() < 0 || row.fields().isEmpty()) {
                continue;
            }
            var words = new StringBuilder(row.label());
            for (TableRow.Field field : row.fields()) {
                if (letters(field.text()) && Figure.of(field.text()) == null) {
                    words.append(words.isEmpty() ? "" : ", ").append(field.text());
                }
            }
            if (!sums(tokens(words.toString()))) {
                rows.add(new Row(passage, row, words.toString()));
            }
        }
        return rows;
    }

    private boolean sums(Tokens label) {
        Set<String> named = summing.stream()
                .filter(term ->
                        !term.sequence().isEmpty() && term.sequence().stream().allMatch(label::has))
                .flatMap(term -> term.sequence().stream())
                .collect(Collectors.toSet());
        long summed = label.sequence().stream().filter(named::contains).count();
        return summed > 0 && summed * 2 >= label.sequence().size();
    }

    private static boolean letters(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 1;
    }

    Tokens tokens(String text) {
        return tokens.computeIfAbsent(text, t -> new Tokens(index.analysis().tokens(t)));
    }
}
