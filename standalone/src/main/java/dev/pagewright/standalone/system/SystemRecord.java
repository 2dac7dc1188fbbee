package dev.pagewright.standalone.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.standalone.process.Condition;
import dev.pagewright.standalone.process.ProcessMark;
import dev.pagewright.standalone.process.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a launcher writes down about its system, for the commands, and for the launcher that comes after it if it is
 * killed.
 *
 * @param url of the gateway
 * @param broker {@code host:port} where Kafka clients find the broker; empty in the record of an earlier version
 * @param ready whether all of it has been ready at once
 * @param processes that run, the launcher first
 * @param parts what the launcher keeps running, whether it runs now or not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SystemRecord(String url, String broker, boolean ready, List<Entry> processes, List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param startedAt milliseconds since 1970 */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Entry(String name, long pid, long startedAt) {

        public static Entry of(String name, ProcessHandle process) {
            ProcessMark mark = ProcessMark.of(process);
            return new Entry(name, mark.pid(), mark.startedAt().toEpochMilli());
        }

        /** The process, where it still runs. */
        public Optional<ProcessHandle> find() {
            return new ProcessMark(pid, Instant.ofEpochMilli(startedAt)).find();
        }
    }

    /**
     * @param condition as the launcher saw it last
     * @param ends how often it has ended since the launcher started
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Part(String name, Condition condition, int ends) {

        static Part of(Watch watch) {
            return new Part(watch.name(), watch.condition(), watch.ends());
        }
    }

    public SystemRecord {
        broker = broker == null ? "" : broker;
        processes = List.copyOf(processes);
        parts = parts == null ? List.of() : List.copyOf(parts); // a launcher of an earlier version has written none
    }

    /** @return empty where there is none, or none that can be read */
    public static Optional<SystemRecord> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), SystemRecord.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file at once. */
    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(this));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
