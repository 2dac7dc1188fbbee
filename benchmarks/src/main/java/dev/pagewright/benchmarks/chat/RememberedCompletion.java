package dev.pagewright.benchmarks.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.chat.model.Completion;
import dev.pagewright.chat.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model whose answers are kept in a file, a line each: asked the same again, without randomness, it would say the same.
 * A run that was stopped goes on where it was. Not thread-safe.
 */
final class RememberedCompletion implements Completion {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> known = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final Completion model;
    private final Path file;

    RememberedCompletion(Completion model, Path file) throws IOException {
        this.model = model;
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode entry = mapper.readTree(line);
                known.put(entry.path("asked").asText(), entry.path("answer").asText());
                seconds.add(entry.path("seconds").asDouble());
            }
        }
    }

    @Override
    public String complete(String rules, String prompt, Consumer<String> tokens) throws ModelException {
        String asked = rules + "\n" + prompt;
        String answer = known.get(asked);
        if (answer == null) {
            long start = System.nanoTime();
            answer = model.complete(rules, prompt, text -> {});
            double took = (System.nanoTime() - start) / 1e9;
            seconds.add(took);
            known.put(asked, answer);
            keep(asked, answer, took);
        }
        told.add(answer);
        tokens.accept(answer);
        return answer;
    }

    /** What the model has said since this was asked last, in order. */
    List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** How long the model took for an answer, in the median; those of earlier runs too. */
    double median() {
        return seconds.isEmpty() ? 0 : seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private void keep(String asked, String answer, double took) {
        try {
            String line = mapper.writeValueAsString(Map.of("asked", asked, "answer", answer, "seconds", took));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
