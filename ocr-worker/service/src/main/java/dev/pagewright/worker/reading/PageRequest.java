package dev.pagewright.worker.reading;

import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A page to read.
 *
 * @param job whose page it is; for the log alone
 * @param index 0-based, within the job
 * @param number 1-based, within the file
 * @param original the uploaded file on local disk; not to be changed
 * @param mediaType by content
 * @param password in the clear, of an encrypted PDF; null where none is needed
 */
public record PageRequest(
        String job,
        int index,
        int number,
        Path original,
        String mediaType,
        @Nullable String password,
        TaskOptions options,
        Deadline deadline) {}
