package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.launch.LaunchedSystem;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processes of the launched system at one moment, by name: numbers and resident memory. Compared with a later moment it
 * tells which of them ended, or grew beyond what it may take.
 */
final class ProcessWatch {

    private static final long MEBIBYTE = 1 << 20;

    /** Resident memory that a process may take at any time, MiB: its heap, and what native code and threads take beside it. */
    private static final Map<String, Long> MOST = Map.of(
            "launcher", 300L,
            "broker", 600L,
            "database", 900L,
            "gateway", 700L,
            "ocr-worker", 2200L,
            "export", 800L,
            "chat", 800L);

    private final LaunchedSystem system;
    private final Map<String, Long> pids;

    private ProcessWatch(LaunchedSystem system, Map<String, Long> pids) {
        this.system = system;
        this.pids = pids;
    }

    static ProcessWatch begin(LaunchedSystem system) throws IOException, InterruptedException {
        return new ProcessWatch(system, pids(system.status()));
    }

    /** Each process is the one that it was, and none is larger than it may be. */
    void assertUnharmed() throws IOException, InterruptedException {
        JsonNode status = system.status();
        assertThat(pids(status)).as("processes, by number").isEqualTo(pids);
        for (JsonNode process : status.path("processes")) {
            String name = process.path("name").asText();
            assertThat(process.path("rss_bytes").asLong() / MEBIBYTE)
                    .as("MiB of " + name)
                    .isLessThan(MOST.getOrDefault(name, 600L));
        }
    }

    private static Map<String, Long> pids(JsonNode status) {
        Map<String, Long> pids = new TreeMap<>();
        status.path("processes")
                .forEach(process -> pids.put(
                        process.path("name").asText(), process.path("pid").asLong()));
        return pids;
    }
}
