package dev.pagewright.gateway.relay;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.WorkerTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sending of which page (or document pass, or translation: no page) a task is. */
record WorkerTaskKey(String jobId, int attempt, @Nullable Integer pageIndex) {

    /** @return empty where it is no task, which a worker finds out too */
    static Optional<WorkerTaskKey> of(String payload) {
        try {
            WorkerTask task = EventJson.read(payload.getBytes(StandardCharsets.UTF_8), WorkerTask.class);
            return Optional.of(
                    switch (task) {
                        case WorkerTask.ReadPage page ->
                            new WorkerTaskKey(page.jobId(), page.attempt(), page.pageIndex());
                        case WorkerTask.Assemble pass -> new WorkerTaskKey(pass.jobId(), pass.attempt(), null);
                        case WorkerTask.Translate pass -> new WorkerTaskKey(pass.jobId(), pass.attempt(), null);
                    });
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
