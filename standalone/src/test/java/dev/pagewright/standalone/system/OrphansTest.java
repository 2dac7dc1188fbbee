package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    private Path directory;

    private Process gateway;
    private Process broker;

    @BeforeEach
    void start() throws IOException {
        gateway = new ProcessBuilder("sleep", "600").start();
        broker = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        gateway.destroyForcibly();
        broker.destroyForcibly();
    }

    @Test
    void what_a_killed_launcher_left_is_ended_services_first() throws IOException, InterruptedException {
        DataFolder folder = folder(
                SystemRecord.Entry.of(Programs.BROKER, broker.toHandle()),
                SystemRecord.Entry.of(Programs.GATEWAY, gateway.toHandle()));
        Orphans orphans = new Orphans(folder);

        assertThat(orphans.find()).extracting(SystemRecord.Entry::name).containsExactly("gateway", "broker");
        assertThat(orphans.end()).isEqualTo(2);

        assertThat(gateway.isAlive()).isFalse();
        assertThat(broker.isAlive()).isFalse();
        assertThat(folder.record()).doesNotExist();
    }

    @Test
    void a_stranger_that_got_the_number_of_an_orphan_is_left_alone() throws IOException, InterruptedException {
        SystemRecord.Entry before = SystemRecord.Entry.of(Programs.GATEWAY, gateway.toHandle());
        DataFolder folder = folder(new SystemRecord.Entry(before.name(), before.pid(), before.startedAt() - 3_600_000));

        int ended = new Orphans(folder).end();

        assertThat(ended).isZero();
        assertThat(gateway.isAlive()).isTrue();
    }

    @Test
    void a_folder_without_a_record_has_no_orphans() throws IOException, InterruptedException {
        assertThat(new Orphans(new DataFolder(directory)).end()).isZero();
    }

    private DataFolder folder(SystemRecord.Entry... entries) throws IOException {
        DataFolder folder = new DataFolder(directory);
        Files.createDirectories(folder.run());
        new SystemRecord("http://localhost:8080", "127.0.0.1:9092", true, List.of(entries), List.of())
                .write(folder.record());
        return folder;
    }
}
