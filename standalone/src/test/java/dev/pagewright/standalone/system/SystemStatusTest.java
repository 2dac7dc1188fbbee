package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemStatusTest {

    private final RunningSystem system = new RunningSystem(
            new DataFolder(Path.of("/data")),
            new SystemRecord(
                    "http://localhost:8080",
                    true,
                    List.of(
                            SystemRecord.Entry.of(Programs.LAUNCHER, ProcessHandle.current()),
                            new SystemRecord.Entry(Programs.GATEWAY, 1, 0))),
            new Secrets("service", "key", "demo", "admin"));

    @Test
    void scripts_find_url_tokens_data_and_processes() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SystemStatus.of(system).json());

        assertThat(json.path("url").asText()).isEqualTo("http://localhost:8080");
        assertThat(json.path("token").asText()).isEqualTo("demo");
        assertThat(json.path("admin_token").asText()).isEqualTo("admin");
        assertThat(json.path("data").asText()).isEqualTo("/data");
        JsonNode launcher = json.path("processes").path(0);
        assertThat(launcher.path("name").asText()).isEqualTo("launcher");
        assertThat(launcher.path("pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(launcher.path("rss_bytes").asLong()).isPositive();
    }

    @Test
    void secrets_between_services_stay_between_them() {
        assertThat(SystemStatus.of(system).json()).doesNotContain("service\"", "key\"");
    }

    @Test
    void a_process_that_has_ended_is_not_told() {
        assertThat(SystemStatus.of(system).processes())
                .extracting(SystemStatus.Running::name)
                .containsExactly("launcher");
    }
}
