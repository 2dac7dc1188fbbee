package dev.pagewright.benchmarks.chat;

import dev.pagewright.document.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A kind of ordinary document in one language, from a folder's {@code CODE.txt}; the README of {@code /wordings} tells the notation.
 *
 * @param drawn what stands on the page, a line each
 * @param kinds how the value of each fact is made
 * @param wordings of questions by fact; under the empty name those that the document does not answer
 */
record Genre(String name, List<String> drawn, Map<String, String> kinds, Map<String, List<String>> wordings) {

    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");

    private Genre(String name) {
        this(name, new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    static List<Genre> all(String folder, String language) {
        try (InputStream file = Genre.class.getResourceAsStream("/" + folder + "/" + language + ".txt")) {
            if (file == null) {
                throw new IOException("no wordings in " + language);
            }
            List<Genre> genres = new ArrayList<>();
            String fact = "";
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String rest = line.length() > 2 ? line.substring(2) : "";
                if (line.startsWith("@ ")) {
                    genres.add(new Genre(rest));
                    continue;
                }
                Genre genre = genres.getLast();
                if (line.startsWith("= ")) {
                    String[] parts = rest.split(" ", 2);
                    genre.kinds.put(parts[0], parts[1]);
                } else if (line.equals("T")
                        || List.of("H ", "P ", "R ").stream().anyMatch(line::startsWith)) {
                    genre.drawn.add(line);
                } else if (line.startsWith("? ") || line.equals("!")) {
                    fact = rest;
                } else {
                    genre.wordings.computeIfAbsent(fact, f -> new ArrayList<>()).add(line);
                }
            }
            return genres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int longest() {
        return wordings.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** A value for each fact. */
    Map<String, String> values(String language, Random random) {
        Locale locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
        Map<String, String> values = new LinkedHashMap<>();
        kinds.forEach((fact, kind) -> {
            String[] parts = kind.split(" ", 2);
            values.put(
                    fact,
                    switch (parts[0]) {
                        case "pick" -> pick(parts[1].split(" / ", -1), random);
                        case "id" ->
                            "%c%d-%04d"
                                    .formatted('A' + random.nextInt(26), 20 + random.nextInt(9), random.nextInt(10000));
                        case "date" -> date(locale, random);
                        case "time" -> "%02d:%02d".formatted(9 + random.nextInt(8), 43 + random.nextInt(14));
                        case "amount" ->
                            String.format(
                                    locale,
                                    "%.2f %s",
                                    120 + random.nextInt(80000) / 100.0,
                                    language.equals("en") ? "GBP" : "€");
                        case "decimal" -> String.format(locale, "%.1f", between(parts[1], random) / 10.0);
                        default -> Integer.toString(between(parts[1], random));
                    });
        });
        return values;
    }

    private static String date(Locale locale, Random random) {
        LocalDate day = LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return day.format(
                random.nextBoolean()
                        ? DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "dd.MM.yyyy" : "dd/MM/yyyy")
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    private static int between(String bounds, Random random) {
        String[] parts = bounds.split(" ", -1);
        return random.nextInt(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String pick(String[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    Page draw(Map<String, String> values, Random random) {
        var sheet = new Sheet(0);
        List<String[]> rows = new ArrayList<>();
        for (String line : drawn) {
            String text = line.length() > 2 ? line.substring(2) : "";
            text = CHOICE.matcher(text)
                    .replaceAll(choice -> pick(choice.group(1).split("/", -1), random));
            for (var value : values.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
            if (line.startsWith("R ")) {
                rows.add(text.split(" \\| ", -1));
                continue;
            }
            if (line.equals("T") && rows.isEmpty()) {
                sheet.skip(2);
            }
            table(sheet, rows);
            if (line.startsWith("H ")) {
                sheet.heading(text);
            } else if (line.startsWith("P ")) {
                sheet.paragraph(text);
            }
        }
        table(sheet, rows);
        return sheet.page();
    }

    private static void table(Sheet sheet, List<String[]> rows) {
        if (!rows.isEmpty()) {
            sheet.skip(1);
            sheet.table(rows, rows.getFirst().length > 2);
            sheet.skip(1);
            rows.clear();
        }
    }
}
