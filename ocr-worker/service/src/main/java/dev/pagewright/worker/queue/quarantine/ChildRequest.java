package dev.pagewright.worker.queue.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.reading.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a quarantine process is asked, as one line of JSON on its standard input: passwords and keys are seen by nobody
 * who lists processes or files.
 *
 * @param milliseconds time for the page
 * @param answer file to leave the page line in
 * @param reader settings of the reader
 */
record ChildRequest(
        String job,
        int index,
        int number,
        String original,
        String mediaType,
        @Nullable String password,
        TaskOptions options,
        long milliseconds,
        String answer,
        JsonNode reader) {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    static ChildRequest of(PageRequest request, Duration time, Cell cell, JsonNode reader) {
        return new ChildRequest(
                request.job(),
                request.index(),
                request.number(),
                cell.original().toAbsolutePath().toString(),
                request.mediaType(),
                request.password(),
                request.options(),
                time.toMillis(),
                cell.answer().toAbsolutePath().toString(),
                reader);
    }

    byte[] line() throws IOException {
        return (MAPPER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads one line and not a byte more. */
    static ChildRequest read(InputStream input) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int b = input.read(); b >= 0 && b != '\n'; b = input.read()) {
            line.write(b);
        }
        return MAPPER.readValue(line.toByteArray(), ChildRequest.class);
    }

    PageRequest page() {
        return new PageRequest(
                job,
                index,
                number,
                Path.of(original),
                mediaType,
                password,
                options,
                Deadline.in(Duration.ofMillis(milliseconds)));
    }
}
