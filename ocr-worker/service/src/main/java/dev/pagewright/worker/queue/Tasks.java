package dev.pagewright.worker.queue;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.WorkerTask;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tasks as they come from a lane. */
final class Tasks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private Tasks() {}

    /** @throws IOException where nobody can work on it; the message tells why */
    static WorkerTask read(byte @Nullable [] record) throws IOException {
        if (record == null) {
            throw new IOException("an empty record");
        }
        try {
            WorkerTask task = EventJson.read(record, WorkerTask.class);
            check(task);
            return task;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException("a task that lacks what it needs", e);
        } catch (IOException e) {
            throw new IOException("not a worker task", e);
        }
    }

    private static void check(WorkerTask task) {
        if (!ID.matcher(task.jobId()).matches() || !ID.matcher(task.accountId()).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        switch (task) {
            case WorkerTask.ReadPage page -> {
                BlobKeys.require(page.original().blobKey());
                Objects.requireNonNull(page.original().mediaType());
                Objects.requireNonNull(page.options());
            }
            case WorkerTask.Assemble pass ->
                pass.pageKeys().stream().filter(Objects::nonNull).forEach(BlobKeys::require);
            case WorkerTask.Translate pass -> {
                Objects.requireNonNull(pass.language());
                pass.pageKeys().stream().filter(Objects::nonNull).forEach(BlobKeys::require);
            }
        }
    }
}
