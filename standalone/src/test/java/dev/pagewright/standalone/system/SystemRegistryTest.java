package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemRegistryTest {

    @TempDir
    private Path directory;

    @Test
    void systems_that_run_are_found_and_those_that_do_not_are_forgotten() throws IOException, InterruptedException {
        SystemRegistry registry = new SystemRegistry(directory.resolve("registry"));
        Process process = new ProcessBuilder("sleep", "600").start();
        try {
            DataFolder running = folder("running", SystemRecord.Entry.of(Programs.LAUNCHER, process.toHandle()));
            DataFolder ended = folder("ended", new SystemRecord.Entry(Programs.LAUNCHER, process.pid(), 0));
            registry.add(running);
            registry.add(ended);

            assertThat(registry.alive()).containsExactly(running);

            registry.remove(running);
            assertThat(registry.alive()).isEmpty();
            assertThat(registry.directory()).isEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_user_without_any_has_none() throws IOException {
        assertThat(new SystemRegistry(directory.resolve("nothing")).alive()).isEmpty();
    }

    @Test
    void it_lies_where_programs_note_what_they_do() {
        Path home = Path.of("/home/ada");

        assertThat(SystemRegistry.of(Map.of(), "Linux", home).directory())
                .isEqualTo(Path.of("/home/ada/.local/state/pagewright/systems"));
        assertThat(SystemRegistry.of(Map.of("XDG_STATE_HOME", "/state"), "Linux", home)
                        .directory())
                .isEqualTo(Path.of("/state/pagewright/systems"));
        assertThat(SystemRegistry.of(Map.of(), "Mac OS X", home).directory())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/pagewright-systems"));
    }

    private DataFolder folder(String name, SystemRecord.Entry launcher) throws IOException {
        DataFolder folder = new DataFolder(directory.resolve(name));
        Files.createDirectories(folder.run());
        new SystemRecord("http://localhost:8080", "127.0.0.1:9092", true, List.of(launcher), List.of())
                .write(folder.record());
        return folder;
    }
}
