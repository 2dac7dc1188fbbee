package dev.pagewright.benchmarks.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A fact that can be planted.
 *
 * @param sentence that states it, with {@code {}} for the value
 * @param kind of its value
 */
record PlantedFact(String label, String sentence, String kind, List<String> questions) {

    private static final List<String> FIRMS =
            List.of("Talvik & Roe", "Orsholm Werke", "Brennaver", "Castell Dunmar", "Vellinga");
    private static final List<String> PERSONS =
            List.of("Ilse Marrow", "Tomas Quillon", "Renata Oszvald", "Henk Bellamy", "Zora Lindqvist");

    /** The facts of a language, from {@code /planted/CODE.txt}. */
    static List<PlantedFact> of(String language) {
        try (InputStream file = PlantedFact.class.getResourceAsStream("/planted/" + language + ".txt")) {
            if (file == null) {
                throw new IOException("no facts in " + language);
            }
            List<PlantedFact> facts = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String[] parts = line.split("\\|", -1);
                facts.add(new PlantedFact(parts[0], parts[1], parts[2], List.of(parts[3].split(" / ", -1))));
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String value(Random random) {
        return switch (kind) {
            case "firm" -> FIRMS.get(random.nextInt(FIRMS.size()));
            case "person" -> PERSONS.get(random.nextInt(PERSONS.size()));
            case "date" ->
                "%02d.%02d.20%02d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 15 + random.nextInt(15));
            case "money" -> "%d.%02d €".formatted(40 + random.nextInt(900), random.nextInt(100));
            case "area" -> (200 + random.nextInt(900)) + " m²";
            case "length" -> (20 + random.nextInt(180)) + " cm";
            default -> "%c%d-%03d".formatted('A' + random.nextInt(26), random.nextInt(10), random.nextInt(1000));
        };
    }
}
