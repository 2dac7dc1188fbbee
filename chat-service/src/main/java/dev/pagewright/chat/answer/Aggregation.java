package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Term;
import dev.pagewright.chat.retrieval.Tokens;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums, largest and smallest figures over rows of tables, with every row that was taken. Not thread-safe. */
final class Aggregation {

    private static final int FEWEST = 3;
    private static final int CITED = 12;
    /** As a share of the table's width: fields that end so near to each other are of one column. */
    private static final double COLUMN = 0.04;

    private static final double ALL = 0.9;

    private record Taken(FigureRows.Row row, TableRow.Field field, Figure number) {}

    private final DocumentIndex index;
    private final Question question;
    private final List<Term> terms;
    private final Speech speech;
    private final FigureRows rows;

    private Aggregation(DocumentIndex index, Question question, List<Term> terms, Speech speech) {
        this.index = index;
        this.rows = new FigureRows(index);
        this.question = question;
        this.speech = speech;
        this.terms = terms.stream()
                .filter(term -> term.concepts().stream().noneMatch(FigureRows.SUMMING::contains) || told(term))
                .filter(Term::known)
                .toList();
    }

    /** Whether rows say the word itself, such as cash, which asks for no sum then. */
    private boolean told(Term term) {
        return term.concepts().stream().noneMatch(Set.of("total", "subtotal")::contains)
                && index.passages().stream()
                        .anyMatch(passage -> passage.row() != null && term.literally(tokens(passage.text())));
    }

    /** @return none where the question asks for no such thing, or the rows for it are not there */
    static List<Evidence> of(DocumentIndex index, Question question, List<Term> terms, Speech speech) {
        var aggregation = new Aggregation(index, question, terms, speech);
        if (question.aims(Aim.MOST) || question.aims(Aim.LEAST)) {
            return aggregation.extreme(question.aims(Aim.MOST));
        }
        if (question.aims(Aim.COUNT)) {
            return aggregation.count();
        }
        return question.aims(Aim.SUM) ? aggregation.sum() : List.of();
    }

    /** How many rows say what is asked for; of the table that says most of it, all rows where none says more than others. */
    private List<Evidence> count() {
        List<FigureRows.Row> best = List.of();
        double held = -1;
        for (List<FigureRows.Row> table : rows.byHeader(rows.all()).values()) {
            double about = table.stream()
                    .mapToDouble(row -> held(
                            tokens(row.passage().whole() + " " + row.passage().columns())))
                    .max()
                    .orElse(0);
            if (about > held || (about == held && table.size() > best.size())) {
                best = table;
                held = about;
            }
        }
        double most = best.stream()
                .mapToDouble(row -> held(tokens(row.words())))
                .max()
                .orElse(0);
        List<FigureRows.Row> counted = best.stream()
                .filter(row -> held(tokens(row.words())) >= most * ALL)
                .toList();
        if (counted.size() < 2) {
            return List.of();
        }
        String names = counted.stream()
                .map(row -> row.words().isEmpty() ? row.row().label() : row.words())
                .collect(Collectors.joining("; "));
        List<Evidence> evidence = new ArrayList<>();
        for (FigureRows.Row row : counted.stream().limit(CITED).toList()) {
            evidence.add(new Evidence(
                    evidence.isEmpty() ? counted.size() + " (" + names + ")" : "", Citation.whole(row.passage(), 1)));
        }
        return evidence;
    }

    private List<Evidence> sum() {
        List<FigureRows.Row> all = rows.all();
        double total = terms.stream()
                .filter(term -> all.stream().anyMatch(row -> term.in(tokens(row.words())) > 0))
                .mapToDouble(Term::weight)
                .sum();
        if (total == 0) {
            return List.of();
        }
        List<FigureRows.Row> literal = all.stream()
                .filter(row -> terms.stream().allMatch(term -> term.literally(tokens(row.words()))))
                .toList();
        List<FigureRows.Row> held = literal.size() > 1
                ? literal
                : all.stream()
                        .filter(row -> held(tokens(row.words())) >= total * ALL)
                        .toList();
        List<Taken> taken = FigureRows.byTable(held).values().stream()
                .flatMap(table -> column(table).stream())
                .toList();
        if (taken.size() < 2 || taken.size() < held.size()) {
            return List.of();
        }
        Figure sum = taken.getFirst().number;
        for (Taken one : taken.subList(1, taken.size())) {
            sum = sum.plus(one.number);
        }
        List<String> figures = taken.stream().map(one -> one.field.text()).toList();
        String says = sum.text() + " (" + speech.sumOf() + " " + String.join(" + ", figures) + ")";
        return told(says, taken);
    }

    private List<Evidence> extreme(boolean most) {
        List<Taken> best = List.of();
        double held = -1;
        for (List<FigureRows.Row> table : rows.byHeader(rows.all()).values()) {
            List<Taken> taken = column(table);
            double about = table.stream()
                    .mapToDouble(row -> held(
                            tokens(row.passage().whole() + " " + row.passage().columns())))
                    .max()
                    .orElse(0);
            if (taken.size() >= FEWEST && about > held) {
                best = taken;
                held = about;
            }
        }
        Comparator<Taken> order = Comparator.comparing(taken -> taken.number.value());
        return best.stream()
                .max(most ? order : order.reversed())
                .map(one -> told(says(one), List.of(one)))
                .orElse(List.of());
    }

    private static String says(Taken one) {
        String label = one.row.words().isEmpty() ? one.row.row().label() : one.row.words();
        return (label.isEmpty() ? "" : label + ": ") + one.field.text();
    }

    /** The figures of one column: the one that the question names, else that of most amounts, the first of them. */
    private List<Taken> column(List<FigureRows.Row> rows) {
        Map<Double, List<Taken>> columns = new LinkedHashMap<>();
        double width = rows.stream()
                .flatMap(row -> row.row().fields().stream())
                .mapToDouble(field -> field.box().right())
                .max()
                .orElse(1);
        for (FigureRows.Row row : rows) {
            for (TableRow.Field field : row.row().fields()) {
                Figure number = Figure.of(field.text());
                if (number != null && !ValueType.DATE.in(field.text())) {
                    columns.computeIfAbsent(
                                    column(columns.keySet(), field.box().right(), width), k -> new ArrayList<>())
                            .add(new Taken(row, field, number));
                }
            }
        }
        List<Taken> best = List.of();
        double most = -1;
        for (List<Taken> column : columns.values()) {
            List<Taken> fitting =
                    column.stream().filter(taken -> fits(taken.field.text())).toList();
            List<Taken> figures = fitting.isEmpty() ? column : fitting;
            double headed = column.stream()
                    .mapToDouble(taken -> held(tokens(taken.field.header())))
                    .max()
                    .orElse(0);
            double score = 2 * headed
                    + (double) figures.size() / Math.max(1, rows.size())
                    + (double) fitting.size() / column.size();
            if (score > most) {
                most = score;
                best = figures;
            }
        }
        return best;
    }

    /** Right edge of the column that ends where the field does, or the field's own. */
    private static double column(Set<Double> columns, double right, double width) {
        return columns.stream()
                .filter(column -> Math.abs(column - right) < width * COLUMN)
                .findFirst()
                .orElse(right);
    }

    private boolean fits(String text) {
        return question.wants().isEmpty()
                ? ValueType.AMOUNT.in(text)
                : question.wants().stream().anyMatch(type -> type.in(text));
    }

    private double held(Tokens text) {
        return terms.stream().mapToDouble(term -> term.weight() * term.in(text)).sum();
    }

    private static List<Evidence> told(String says, List<Taken> taken) {
        List<Evidence> evidence = new ArrayList<>();
        @Nullable String first = says;
        for (Taken one : taken.stream().limit(CITED).toList()) {
            evidence.add(new Evidence(first == null ? "" : first, Citation.whole(one.row.passage(), 1)));
            first = null;
        }
        return evidence;
    }

    private Tokens tokens(String text) {
        return rows.tokens(text);
    }
}
