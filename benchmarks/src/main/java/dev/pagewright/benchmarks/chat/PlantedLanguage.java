package dev.pagewright.benchmarks.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What documents of a language are generated of, from {@code /planted/CODE.txt}; its README tells the notation.
 *
 * @param matter sentences of no matter
 * @param frames questions about a fact's noun that no document answers
 */
record PlantedLanguage(List<String> matter, List<Frame> frames, List<PlantedFact> facts) {

    /**
     * @param kind of the value that is asked for
     * @param question with {@code {}} for the noun
     */
    record Frame(String kind, String question) {}

    static PlantedLanguage of(String code) {
        try (InputStream file = PlantedLanguage.class.getResourceAsStream("/planted/" + code + ".txt")) {
            if (file == null) {
                throw new IOException("nothing to plant in " + code);
            }
            List<String> matter = new ArrayList<>();
            List<Frame> frames = new ArrayList<>();
            List<PlantedFact> facts = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String[] parts = line.substring(2).split("\\|", -1);
                if (line.startsWith("= ")) {
                    matter.add(parts[0]);
                } else if (line.startsWith("? ")) {
                    frames.add(new Frame(parts[0], parts[1]));
                } else {
                    facts.add(fact(line.split("\\|", -1)));
                }
            }
            return new PlantedLanguage(matter, frames, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlantedFact fact(String[] parts) {
        return new PlantedFact(parts[0], parts[1], parts[2], List.of(parts[3].split(" / ", -1)), parts[4]);
    }
}
