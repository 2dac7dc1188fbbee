package dev.pagewright.chat.answer;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Conversations about generated documents of one language, from {@code /follow-up/CODE.txt}: a table of figures by year, a table
 * of things with their properties, a form of labels and values, a list, and figures that are numbered. Not thread-safe.
 */
final class FollowUpFamily {

    /**
     * A question in its conversation.
     *
     * @param before the questions before it, oldest first
     * @param value the one value of the document that answers it; empty where none does
     * @param heldOut whether its wording is for measuring alone
     */
    record Turn(
            String language,
            String kind,
            Asked document,
            List<String> before,
            String question,
            String value,
            List<String> values,
            boolean heldOut) {}

    private static final int YEARS = 4;
    private static final int FIRST_YEAR = 2020;
    private static final List<String> FIRMS = List.of("Talvik", "Orsholm", "Brennaver", "Vellinga", "Dunmar");
    private static final List<String> PERSONS =
            List.of("Ilse Marrow", "Tomas Quillon", "Renata Oszvald", "Henk Bellamy", "Zora Lindqvist");

    private final String language;
    private final Map<String, List<String>> words;
    private final Random random;
    private final List<String> used = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    private FollowUpFamily(String language, Random random) {
        this.language = language;
        this.random = random;
        this.words = read(language);
    }

    /** The same for the same seed. */
    static List<Turn> of(String language, long seed) {
        var family = new FollowUpFamily(language, new Random(seed));
        family.make();
        return family.turns;
    }

    private void make() {
        List<String> years = new ArrayList<>(List.of(""));
        for (int i = 0; i < YEARS; i++) {
            years.add(String.valueOf(FIRST_YEAR + i));
        }
        List<List<String>> figures = table(years, "rows", column -> money(""));
        List<List<String>> things = table(words("columns"), "items", this::property);
        List<String> form =
                List.of(id(), date(), date(), money(" €"), money(" €"), pick(FIRMS) + " & Co", pick(PERSONS));
        List<String> parts = List.of(money(" €"), money(" €"), money(" €"));
        used.addAll(form);
        used.addAll(parts);
        used.addAll(words("list"));
        Asked document = document(figures, things, form, parts);

        int row = random.nextInt(1, figures.size());
        int otherRow = other(row, figures.size());
        int year = random.nextInt(1, years.size());
        int otherYear = other(year, years.size());
        Map<String, String> here = names("rows", row, "r");
        here.put("{y}", years.get(year));
        Map<String, String> there = names("rows", otherRow, "r");
        there.put("{y}", years.get(otherYear));
        String first = first("years", here);
        add(document, "first", List.of(), first, figures.get(row).get(year));
        add(
                document,
                "another row",
                List.of(first),
                "years.row",
                there,
                figures.get(otherRow).get(year));
        add(
                document,
                "another column",
                List.of(first),
                "years.column",
                there,
                figures.get(row).get(otherYear));
        List<String> two = List.of(first, filled(words("years.row").getFirst(), there));
        add(
                document,
                "after a follow-up",
                two,
                "years.column",
                there,
                figures.get(otherRow).get(otherYear));

        int item = random.nextInt(1, things.size());
        int otherItem = other(item, things.size());
        Map<String, String> named = names("items", item, "i");
        String asked = first("items", named);
        add(document, "first", List.of(), asked, things.get(item).get(1));
        add(
                document,
                "another row",
                List.of(asked),
                "items.row",
                names("items", otherItem, "i"),
                things.get(otherItem).get(1));
        List<String> properties = List.of("items.price", "items.supplier", "items.delivery");
        for (int i = 0; i < properties.size(); i++) {
            add(
                    document,
                    "property",
                    List.of(asked),
                    properties.get(i),
                    named,
                    things.get(item).get(i + 2));
        }

        String number = first("form", Map.of());
        add(document, "first", List.of(), number, form.getFirst());
        for (int i = 1; i < form.size(); i++) {
            add(document, "form", List.of(number), "form." + i, Map.of(), form.get(i));
        }
        String listed = first("list", Map.of());
        String part = first("ordinal", Map.of());
        add(document, "first", List.of(), part, parts.getFirst());
        for (int i = 2; i <= parts.size(); i++) {
            add(
                    document,
                    "place in a list",
                    List.of(listed),
                    "list." + i,
                    Map.of(),
                    words("list").get(i - 1));
            add(document, "ordinal", List.of(part), "ordinal." + i, Map.of(), parts.get(i - 1));
        }

        for (List<String> before : List.of(List.of(first), List.of(asked), List.of(part))) {
            add(document, "new", before, "new.number", Map.of(), form.getFirst());
            add(document, "new", before, "new.customer", Map.of(), form.get(5));
            add(document, "new, none", before, "new.none", Map.of(), "");
        }
        add(
                document,
                "new",
                List.of(number),
                "new.years",
                here,
                figures.get(row).get(year));
        add(
                document,
                "new",
                List.of(asked),
                "new.years",
                there,
                figures.get(otherRow).get(otherYear));
        String price = filled(words("new.items").getFirst(), named);
        add(document, "new", List.of(first), price, things.get(item).get(2));
        add(document, "new", List.of(number), price, things.get(item).get(2));
    }

    private Asked document(
            List<List<String>> figures, List<List<String>> things, List<String> form, List<String> parts) {
        var first = new PageBuilder(0)
                .language(language)
                .heading(1, one("title"))
                .heading(2, one("heading.years"))
                .table(true, figures)
                .heading(2, one("heading.list"));
        for (int i = 0; i < words("list").size(); i++) {
            first.item(0, (i + 1) + ".", true, words("list").get(i));
        }
        first.heading(2, one("heading.items")).table(true, things);
        var second = new PageBuilder(1).language(language).heading(2, one("heading.form"));
        for (int i = 0; i < form.size(); i++) {
            second.paragraph(words("form").get(i) + ": " + form.get(i));
        }
        for (int i = 0; i < parts.size(); i++) {
            second.paragraph(words("ordinal").get(i) + ": " + parts.get(i));
        }
        return Asked.of(language, List.of(first.build(), second.build()));
    }

    private List<List<String>> table(List<String> header, String rows, java.util.function.IntFunction<String> value) {
        List<List<String>> table = new ArrayList<>(List.of(header));
        for (String name : words(rows)) {
            List<String> row = new ArrayList<>(List.of(name.split("~", -1)[0]));
            for (int column = 1; column < header.size(); column++) {
                row.add(value.apply(column));
            }
            used.addAll(row.subList(1, row.size()));
            table.add(row);
        }
        return table;
    }

    private String property(int column) {
        return switch (column) {
            case 1 -> (100 + random.nextInt(800)) + " kg";
            case 2 -> money(" €");
            case 3 -> pick(FIRMS) + " " + (char) ('A' + random.nextInt(26)) + random.nextInt(100);
            default -> date();
        };
    }

    private String money(String unit) {
        return (1000 + random.nextInt(8000)) + unit;
    }

    private String date() {
        return "%02d.%02d.2031".formatted(1 + random.nextInt(28), 1 + random.nextInt(12));
    }

    private String id() {
        return "%c%d-%04d".formatted('A' + random.nextInt(26), 20 + random.nextInt(9), random.nextInt(10000));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private int other(int one, int size) {
        int other = random.nextInt(1, size - 1);
        return other < one ? other : other + 1;
    }

    private Map<String, String> names(String key, int place, String sign) {
        String[] forms = words(key).get(place - 1).split("~", -1);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("{" + sign + "}", forms[0]);
        names.put("{" + sign + "'}", forms[forms.length - 1]);
        return names;
    }

    private String first(String scene, Map<String, String> names) {
        return filled(pick(words("first." + scene)), names);
    }

    private static String filled(String wording, Map<String, String> names) {
        String filled = wording;
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    /** Every wording of a follow-up. */
    private void add(
            Asked document, String kind, List<String> before, String key, Map<String, String> names, String value) {
        List<String> wordings = words.get(key);
        if (wordings == null) {
            turns.add(new Turn(language, kind, document, before, key, value, used, false));
            return;
        }
        for (int i = 0; i < wordings.size(); i++) {
            turns.add(new Turn(
                    language, kind, document, before, filled(wordings.get(i), names), value, used, i % 2 == 1));
        }
    }

    private void add(Asked document, String kind, List<String> before, String question, String value) {
        add(document, kind, before, question, Map.of(), value);
    }

    private List<String> words(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    private String one(String key) {
        return words(key).getFirst();
    }

    private static Map<String, List<String>> read(String language) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        try (var file = Objects.requireNonNull(
                FollowUpFamily.class.getResourceAsStream("/follow-up/" + language + ".txt"), language)) {
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                int colon = line.indexOf(": ");
                words.put(
                        line.substring(0, colon),
                        Arrays.asList(line.substring(colon + 2).split(" / ", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
