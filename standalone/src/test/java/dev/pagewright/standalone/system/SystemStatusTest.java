package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.embedded.BrokerLogins;
import dev.pagewright.embedded.DatabaseLogins;
import dev.pagewright.standalone.process.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemStatusTest {

    private final RunningSystem system = new RunningSystem(
            new DataFolder(Path.of("/data")),
            new SystemRecord(
                    "http://localhost:8080",
                    "127.0.0.1:9092",
                    true,
                    List.of(
                            SystemRecord.Entry.of(Programs.LAUNCHER, ProcessHandle.current()),
                            new SystemRecord.Entry(Programs.GATEWAY, 1, 0)),
                    List.of(
                            new SystemRecord.Part(Programs.GATEWAY, Condition.READY, 1),
                            new SystemRecord.Part(Programs.CHAT, Condition.FAILING, 7))),
            new Secrets(
                    "service",
                    "key",
                    "demo",
                    "admin",
                    DatabaseLogins.generate(new SecureRandom()),
                    BrokerLogins.generate(new SecureRandom())));

    @Test
    void scripts_find_url_tokens_data_and_processes() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SystemStatus.of(system).json());

        assertThat(json.path("url").asText()).isEqualTo("http://localhost:8080");
        assertThat(json.path("token").asText()).isEqualTo("demo");
        assertThat(json.path("admin_token").asText()).isEqualTo("admin");
        assertThat(json.path("data").asText()).isEqualTo("/data");
        assertThat(json.at("/broker/bootstrap").asText()).isEqualTo("127.0.0.1:9092");
        assertThat(json.at("/broker/user").asText()).isEqualTo("reader");
        assertThat(json.at("/broker/password").asText())
                .isEqualTo(system.secrets().broker().reader().password());
        assertThat(json.at("/broker/topics")).hasSize(3);
        JsonNode launcher = json.path("processes").path(0);
        assertThat(launcher.path("name").asText()).isEqualTo("launcher");
        assertThat(launcher.path("pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(launcher.path("rss_bytes").asLong()).isPositive();
    }

    @Test
    void secrets_between_services_stay_between_them() {
        assertThat(SystemStatus.of(system).json())
                .doesNotContain(
                        "service\"",
                        "key\"",
                        system.secrets().database().superuser().password(),
                        system.secrets().database().gateway().password(),
                        system.secrets().broker().gateway().password());
    }

    @Test
    void a_part_that_does_not_start_is_told_with_its_log() throws IOException {
        JsonNode chat = new ObjectMapper()
                .readTree(SystemStatus.of(system).json())
                .path("parts")
                .path(1);

        assertThat(chat.path("condition").asText()).isEqualTo("failing");
        assertThat(chat.path("ends").asInt()).isEqualTo(7);
        assertThat(SystemStatus.of(system).text())
                .contains("chat does not start: ended 7 times")
                .contains("/data/logs/chat.log")
                .doesNotContain("gateway is");
    }

    @Test
    void what_a_launcher_of_an_earlier_version_has_written_can_be_read(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("system.json");
        Files.writeString(file, "{\"url\":\"http://localhost:1\",\"ready\":true,\"processes\":[]}");

        assertThat(SystemRecord.read(file)).hasValueSatisfying(record -> {
            assertThat(record.parts()).isEmpty();
            assertThat(record.broker()).isEmpty();
        });
    }

    @Test
    void a_process_that_has_ended_is_not_told() {
        assertThat(SystemStatus.of(system).processes())
                .extracting(SystemStatus.Running::name)
                .containsExactly("launcher");
    }
}
