package dev.pagewright.gateway.capabilities;

import dev.pagewright.event.WorkerPresence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The workers that have been heard of lately, and what they can do together. Thread-safe. */
@ApplicationScoped
public class Workers {

    private record Heard(WorkerPresence presence, Instant at) {}

    private static final int UNKNOWN_SLOTS = 4;

    private final Clock clock;
    private final ConcurrentHashMap<String, Heard> heard = new ConcurrentHashMap<>();

    Workers(Clock clock) {
        this.clock = clock;
    }

    void hear(WorkerPresence presence) {
        heard.put(presence.workerId(), new Heard(presence, clock.instant()));
        forgetMissing();
    }

    /** Whether any worker has been heard of: without one, nothing is known about languages and models. */
    public boolean known() {
        return !present().isEmpty();
    }

    int count() {
        return present().size();
    }

    /** Pages that the workers read at once, all together; a guess where none has been heard of yet. */
    public int slots() {
        int slots = present().stream().mapToInt(WorkerPresence::slots).sum();
        return slots == 0 ? UNKNOWN_SLOTS : slots;
    }

    /** Pages that wait for vision endpoints at once, all together; 0 where no worker has one. */
    public int visionSlots() {
        return present().stream()
                .map(WorkerPresence::visionSlots)
                .filter(Objects::nonNull)
                .mapToInt(Objects::requireNonNull)
                .sum();
    }

    /** Codes in alphabetical order: those that at least one worker reads. */
    public List<String> languages() {
        return all(WorkerPresence::languages);
    }

    List<String> engines() {
        return all(WorkerPresence::engines);
    }

    List<String> models() {
        return all(WorkerPresence::models);
    }

    /** Of a vision endpoint, where a worker has one. */
    public Optional<String> visionModel() {
        return model(WorkerPresence::visionModel);
    }

    /** That translates, where a worker has one. */
    public Optional<String> translationModel() {
        return model(WorkerPresence::translationModel);
    }

    private Optional<String> model(Function<WorkerPresence, @Nullable String> which) {
        return present().stream()
                .map(which)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .findFirst();
    }

    private List<String> all(Function<WorkerPresence, Collection<String>> some) {
        TreeSet<String> all = new TreeSet<>();
        present().forEach(presence -> all.addAll(some.apply(presence)));
        return List.copyOf(all);
    }

    private List<WorkerPresence> present() {
        forgetMissing();
        return heard.values().stream().map(Heard::presence).toList();
    }

    private void forgetMissing() {
        Instant oldest = clock.instant().minus(WorkerPresence.MISSING_AFTER);
        heard.values().removeIf(last -> last.at().isBefore(oldest));
    }
}
