package dev.pagewright.worker.model;

import static dev.pagewright.worker.model.OpenAiStandIn.body;
import static dev.pagewright.worker.model.OpenAiStandIn.breaksOff;
import static dev.pagewright.worker.model.OpenAiStandIn.drips;
import static dev.pagewright.worker.model.OpenAiStandIn.floods;
import static dev.pagewright.worker.model.OpenAiStandIn.hangs;
import static dev.pagewright.worker.model.OpenAiStandIn.says;
import static dev.pagewright.worker.model.OpenAiStandIn.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.pagewright.worker.model.ModelFailedException.Kind;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelClientTest {

    private static final List<ChatMessage> QUESTION = List.of(UserMessage.from("what?"));
    private static final Duration SHORT = Duration.ofMillis(400);

    private final List<Duration> paused = new ArrayList<>();

    @Test
    void tellsTheAnswerAndWhyItEnded() throws ModelFailedException {
        try (var server = new OpenAiStandIn(says("text", "length"));
                var client = client(server)) {
            assertThat(client.ask(QUESTION, 0, minute()))
                    .isEqualTo(new ModelAnswer("text", ModelAnswer.Ending.CUT_OFF));
            assertThat(server.requests().getFirst()).contains("\"stand-in\"", "what?");
        }
    }

    @Test
    void asksAgainAfterTheTimeThatTheEndpointNames() throws ModelFailedException {
        try (var server = new OpenAiStandIn(status(429, "Retry-After", "7"), says("text"));
                var client = client(server)) {
            assertThat(client.ask(QUESTION, 0, minute()).text()).isEqualTo("text");
            assertThat(paused).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void doesNotWaitLongerThanThePageHas() {
        try (var server = new OpenAiStandIn(status(429, "Retry-After", "50"));
                var client = client(server)) {
            assertThat(failure(client, minute())).isEqualTo(Kind.UNAVAILABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void asksThreeTimesWithGrowingPausesThenGivesUp() {
        try (var server = new OpenAiStandIn(status(500));
                var client = client(server)) {
            assertThat(failure(client, minute())).isEqualTo(Kind.UNAVAILABLE);
            assertThat(server.requests()).hasSize(3);
            assertThat(paused).hasSize(2);
            assertThat(paused.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(paused.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void doesNotRepeatWhatWasRefused() {
        for (int code : new int[] {400, 401, 403, 404}) {
            try (var server = new OpenAiStandIn(status(code));
                    var client = client(server)) {
                assertThat(failure(client, minute())).isEqualTo(code == 400 ? Kind.UNFIT : Kind.REFUSED);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void endsWhenTheEndpointHangsOrDrips() {
        for (OpenAiStandIn.Behaviour slow : List.of(hangs(), drips())) {
            try (var server = new OpenAiStandIn(slow);
                    var client = TestModels.client(TestModels.settings(server, SHORT))) {
                assertThat(failure(client, minute())).isEqualTo(Kind.TIMED_OUT);
                assertThat(client.away()).isTrue();
                assertThat(failure(client, minute())).isEqualTo(Kind.UNAVAILABLE);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void endsWithThePagesDeadline() {
        try (var server = new OpenAiStandIn(drips());
                var client = client(server)) {
            assertThat(failure(client, Deadline.in(SHORT))).isEqualTo(Kind.TIMED_OUT);
            assertThat(client.away()).as("so short a time says nothing of it").isFalse();
        }
    }

    @Test
    void stopsWhenNobodyWantsThePage() {
        Deadline page = minute();
        try (var server = new OpenAiStandIn((exchange, self) -> {
                    page.cancel();
                    hangs().answer(exchange, self);
                });
                var client = client(server)) {
            assertThatThrownBy(() -> client.ask(QUESTION, 0, page)).isInstanceOf(ReadingCancelledException.class);
        }
    }

    @Test
    void takesNoMoreThanAnAnswerCanBeLong() {
        try (var server = new OpenAiStandIn(floods(200));
                var client = client(server)) {
            assertThat(failure(client, minute())).isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void tellsAnAnswerThatIsNone() {
        for (String nonsense : List.of("{\"choices\":", "<html>", "[]", "{}", "{\"choices\":[]}", "null", "")) {
            try (var server = new OpenAiStandIn(body(200, nonsense));
                    var client = client(server)) {
                assertThat(failure(client, minute())).as(nonsense).isEqualTo(Kind.INVALID);
            }
        }
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() throws ModelFailedException {
        try (var server = new OpenAiStandIn(breaksOff(), says("text"));
                var client = client(server)) {
            assertThat(client.ask(QUESTION, 0, minute()).text()).isEqualTo("text");
        }
    }

    @Test
    void leavesAnEndpointAloneThatFailedOften() {
        try (var server = new OpenAiStandIn(status(500));
                var client = client(server)) {
            for (int i = 0; i < 8; i++) {
                assertThat(failure(client, minute())).isEqualTo(Kind.UNAVAILABLE);
            }
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void leavesAnEndpointAloneThatIsFullForAnHour() {
        try (var server = new OpenAiStandIn(status(429, "Retry-After", "3600"));
                var client = client(server)) {
            failure(client, minute());

            assertThat(client.away()).isTrue();
        }
    }

    @Test
    void neverTellsItsKey() {
        try (var server = new OpenAiStandIn(status(500))) {
            assertThat(TestModels.settings(server).toString()).doesNotContain("secret");
        }
    }

    @Test
    void understandsDatesAndNonsense() {
        Instant now = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(Retries.retryAfter("Wed, 25 Nov 2026 10:00:05 GMT", now)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Retries.retryAfter("Wed, 25 Nov 2026 09:00:00 GMT", now)).isZero();
        assertThat(Retries.retryAfter("soon", now)).isZero();
    }

    private ModelClient client(OpenAiStandIn server) {
        return TestModels.client(TestModels.settings(server), (duration, page) -> paused.add(duration));
    }

    private static Kind failure(ModelClient client, Deadline page) {
        return catchThrowableOfType(ModelFailedException.class, () -> client.ask(QUESTION, 0, page))
                .kind();
    }

    private static Deadline minute() {
        return Deadline.in(Duration.ofMinutes(1));
    }
}
