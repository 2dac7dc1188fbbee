package dev.pagewright.benchmarks.chat;

import java.util.List;
import java.util.Random;

/**
 * A fact that can be planted.
 *
 * @param sentence that states it, with {@code {}} for the value
 * @param kind of its value
 * @param noun what it is about, with its article; empty where other questions about it would not be well formed
 */
record PlantedFact(String label, String sentence, String kind, List<String> questions, String noun) {

    private static final List<String> FIRMS =
            List.of("Talvik & Roe", "Orsholm Werke", "Brennaver", "Castell Dunmar", "Vellinga");
    private static final List<String> PERSONS =
            List.of("Ilse Marrow", "Tomas Quillon", "Renata Oszvald", "Henk Bellamy", "Zora Lindqvist");

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
