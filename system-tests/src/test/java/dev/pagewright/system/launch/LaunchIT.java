package dev.pagewright.system.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.system.document.SampleDocuments;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launched system gives away to the other users of its machine: nothing; and how its own user finds it. */
class LaunchIT {

    @TempDir
    static Path state;

    private static LaunchedSystem system;

    @BeforeAll
    static void launchOnAFolderThatOthersCouldRead() throws Exception {
        Path data = Files.createTempDirectory("pagewright-launch");
        Path left = Files.createDirectories(data.resolve("blobs/accounts"));
        Files.writeString(left.resolve("original"), "from before");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(left.resolve("original"), PosixFilePermissions.fromString("rw-rw-r--"));
        Path forgotten = Files.createDirectories(data.resolve("cache/originals-1"));
        Files.writeString(forgotten.resolve("copy"), "of a worker that was killed");
        system = LaunchedSystem.start(data, Map.of("XDG_STATE_HOME", state.toString()));
        system.client().submit("a.pdf", SampleDocuments.textPdf(2), Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        system.close();
    }

    @Test
    void nobodyElseCanReadAnythingInTheDataFolder() throws IOException {
        try (Stream<Path> all = Files.walk(system.data())) {
            assertThat(all.filter(path -> !Files.isSymbolicLink(path)))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
        assertThat(system.data().resolve("cache/originals-1")).doesNotExist();
    }

    @Test
    void noSecretIsInALogOrOnACommandLine() throws Exception {
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(system.data().resolve("secrets.properties"))));
        String commands = commandLines();
        assertThat(commands).contains(system.data().toString());
        List<Path> logs;
        try (Stream<Path> all = Files.walk(system.data())) {
            logs = all.filter(path -> path.toString().endsWith(".log")).toList();
        }
        assertThat(logs).hasSizeGreaterThanOrEqualTo(7);
        for (String name : secrets.stringPropertyNames()) {
            String secret = secrets.getProperty(name);
            assertThat(commands).as(name).doesNotContain(secret);
            for (Path log : logs) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                        .as("%s in %s", name, log)
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void nothingListensBeyondThisMachine() throws Exception {
        assertThat(ListeningSockets.of(pids()))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.isLoopbackAddress()).isTrue());
    }

    @Test
    void commandsFindTheOneSystemThatRunsWhereverItsFolderIs() throws Exception {
        assertThat(run("status")).contains(system.data().toString());
        assertThat(run("status", "--json")).contains(system.data().toString());
        assertThat(run("logs", "gateway")).contains("gateway-service");
    }

    @Test
    void whereSeveralRunTheyAreListedAndOneHasToBeChosen() throws Exception {
        Path other = Files.createTempDirectory("pagewright-other");
        Files.createDirectories(other.resolve("run"));
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(
                other.resolve("run/system.json"),
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "url",
                                "http://localhost:1",
                                "ready",
                                true,
                                "processes",
                                List.of(Map.of(
                                        "name",
                                        "launcher",
                                        "pid",
                                        self.pid(),
                                        "started_at",
                                        self.info().startInstant().orElseThrow().toEpochMilli())))));
        Path entry = Files.writeString(state.resolve("pagewright/systems/other"), other.toString());
        try {
            assertThat(run("status")).contains(system.data().toString(), other.toString());
            for (String command : List.of("logs", "down")) {
                assertThatThrownBy(() -> run(command))
                        .hasMessageContaining("--data")
                        .hasMessageContaining(system.data().toString())
                        .hasMessageContaining(other.toString());
            }
        } finally {
            Files.delete(entry);
        }
        assertThat(system.client().get("/api/v1/account/").status()).isEqualTo(200);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return LaunchedSystem.pagewright(Map.of("XDG_STATE_HOME", state.toString()), command);
    }

    private static List<Long> pids() throws IOException, InterruptedException {
        return system.status().path("processes").findValues("pid").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static String commandLines() throws IOException {
        Process list = new ProcessBuilder("ps", "-A", "-ww", "-o", "args").start();
        return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
