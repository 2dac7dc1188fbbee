package dev.pagewright.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of every released version are read, and today's are written as the newest sample shows. */
class EventJsonTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "fedcba9876543210fedcba9876543210";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(
                        "read-page",
                        WorkerTask.class,
                        new WorkerTask.ReadPage(
                                JOB,
                                ACCOUNT,
                                2,
                                TRACE,
                                3,
                                7,
                                new Original(
                                        "accounts/" + ACCOUNT + "/originals/00ff",
                                        "application/pdf",
                                        123456,
                                        "c2VhbGVk"),
                                new TaskOptions("vlm", "de+en", "force"))),
                Arguments.of(
                        "assemble",
                        WorkerTask.class,
                        new WorkerTask.Assemble(
                                JOB, ACCOUNT, 1, null, 1, Arrays.asList("accounts/a/jobs/b/pages/0-a1.json.gz", null))),
                Arguments.of("started", PageOutcome.class, new PageOutcome.Started(JOB, 1, 0)),
                Arguments.of(
                        "read",
                        PageOutcome.class,
                        new PageOutcome.Read(
                                JOB,
                                1,
                                0,
                                "accounts/a/jobs/b/pages/0-a1.json.gz",
                                "tesseract",
                                List.of("text-layer", "tesseract"),
                                "text_layer_unreliable",
                                "en",
                                0.93,
                                412,
                                1,
                                1830)),
                Arguments.of(
                        "failed",
                        PageOutcome.class,
                        new PageOutcome.Failed(
                                JOB, 2, 4, "page_timeout", "The page took longer than a page may take.")),
                Arguments.of(
                        "assembled",
                        PageOutcome.class,
                        new PageOutcome.Assembled(JOB, 1, 1, Map.of(0, "accounts/a/jobs/b/pages/0-r1.json.gz"), "en")),
                Arguments.of(
                        "translate",
                        WorkerTask.class,
                        new WorkerTask.Translate(
                                JOB,
                                ACCOUNT,
                                2,
                                null,
                                1,
                                "de",
                                Arrays.asList("accounts/a/jobs/b/pages/0-r1.json.gz", null))),
                Arguments.of(
                        "translated",
                        PageOutcome.class,
                        new PageOutcome.Translated(
                                JOB, 2, 1, Map.of(0, "accounts/a/jobs/b/pages/0-t1.json.gz"), List.of(0))),
                Arguments.of("cancellation", Cancellation.class, new Cancellation(JOB)),
                Arguments.of(
                        "worker-presence",
                        WorkerPresence.class,
                        new WorkerPresence(
                                "worker-1",
                                List.of("de", "en"),
                                List.of("text-layer", "tesseract"),
                                List.of("tesseract 5.5.2"),
                                null,
                                null,
                                2,
                                0)));
    }

    @Test
    void a_worker_of_an_older_release_tells_no_slots_of_a_vision_endpoint() throws IOException {
        String older = new String(sample("worker-presence"), StandardCharsets.UTF_8)
                .replaceAll(",\\s*\"visionSlots\"\\s*:\\s*0", "");

        assertThat(EventJson.read(older.getBytes(StandardCharsets.UTF_8), WorkerPresence.class)
                        .visionSlots())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_committed_sample_is_read(String name, Class<?> type, Object expected) throws IOException {
        assertThat((Object) EventJson.read(sample(name), type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_written_as_its_sample(String name, Class<?> type, Object event) throws IOException {
        assertThat(MAPPER.readTree(EventJson.write(event))).isEqualTo(MAPPER.readTree(sample(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_of_a_newer_release_is_ignored(String name, Class<?> type, Object expected) throws IOException {
        String newer = new String(sample(name), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"added\":{\"x\":[1]},");

        assertThat((Object) EventJson.read(newer.getBytes(StandardCharsets.UTF_8), type))
                .isEqualTo(expected);
    }

    @Test
    void what_is_no_event_is_refused() {
        for (String json : List.of("", "null", "[]", "{", "{\"type\":\"dance\"}", "{\"type\":\"started\"}")) {
            assertThatThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), PageOutcome.class))
                    .as(json)
                    .isInstanceOf(IOException.class);
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream sample = EventJsonTest.class.getResourceAsStream("/events/" + name + ".v1.json")) {
            return Objects.requireNonNull(sample, name).readAllBytes();
        }
    }
}
