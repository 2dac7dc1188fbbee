package dev.pagewright.event;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker tells every {@link #INTERVAL} that it is there and what it can do. Keyed by worker. Who has not heard of a
 * worker for {@link #MISSING_AFTER} takes it for gone.
 *
 * @param workerId any text that is the worker's own while it runs
 * @param languages codes that a submission may name, without {@code auto}
 * @param engines wire names of the engines that are ready
 * @param models names of the local models, for people to read ({@code PP-OCRv6 small})
 * @param visionModel name of the vision endpoint's model, null where no endpoint is configured
 * @param translationModel name of the chat model that translates, null where none is configured
 * @param slots pages that it reads at once
 * @param visionSlots pages that wait for a vision endpoint at once besides those; 0 without one, null of a worker that does not tell
 */
public record WorkerPresence(
        String workerId,
        List<String> languages,
        List<String> engines,
        List<String> models,
        @Nullable String visionModel,
        @Nullable String translationModel,
        int slots,
        @Nullable Integer visionSlots) {

    public static final Duration INTERVAL = Duration.ofSeconds(10);
    public static final Duration MISSING_AFTER = Duration.ofSeconds(45);

    /** Of a worker that reads one page at a time. */
    public WorkerPresence(
            String workerId,
            List<String> languages,
            List<String> engines,
            List<String> models,
            @Nullable String visionModel,
            @Nullable String translationModel) {
        this(workerId, languages, engines, models, visionModel, translationModel, 1, 0);
    }

    public WorkerPresence {
        languages = List.copyOf(languages);
        engines = List.copyOf(engines);
        models = List.copyOf(models);
    }
}
