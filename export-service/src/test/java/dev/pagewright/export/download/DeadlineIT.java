package dev.pagewright.export.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.testing.FakeGateway;
import dev.pagewright.export.testing.Jobs;
import dev.pagewright.export.testing.Until;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A download that takes longer than one may. */
@QuarkusTest
@QuarkusTestResource(FakeGateway.class)
@TestProfile(DeadlineIT.ShortDeadline.class)
class DeadlineIT {

    /** The deadline of a machine in a hurry. */
    public static final class ShortDeadline implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("pagewright.download.deadline", "1S");
        }
    }

    @Inject
    BuildQueue queue;

    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "xlsx", "zip"})
    void is_refused_with_what_to_do_and_leaves_nothing_running(String format) throws Exception {
        FakeGateway.putEndless(Jobs.done(1), new byte[0]);
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/inner/v1/jobs/%s/download?format=%s".formatted(port, Jobs.ID, format)))
                .header("Authorization", "Bearer " + FakeGateway.TOKEN)
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("overloaded").contains("another format");
        Until.within(Duration.ofSeconds(1), () -> queue.active() == 0);
    }
}
