package dev.pagewright.chat.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.pagewright.chat.testing.GatewayStandIn;
import dev.pagewright.chat.testing.JobEvents;
import dev.pagewright.chat.testing.SampleReports;
import dev.pagewright.chat.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** C06, C07: questions and answers over a real database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ConversationIT {

    private static final String ACCOUNT = "a".repeat(32);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void answers_a_figure_of_a_table_with_its_page_and_place_C06() {
        String job = job(1);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.annualReport());

        ask(job, ACCOUNT, "What was the gross margin in 2023?")
                .statusCode(200)
                .body("message.role", equalTo("assistant"))
                .body("message.content", containsString("6,528"))
                .body("message.grounded", equalTo(true))
                .body("message.answered_by", equalTo("extractive"))
                .body("message.citations[0].page", equalTo(2))
                .body("message.citations[0].page_index", equalTo(1))
                .body("message.citations[0].snippet", equalTo("Gross margin 7,220 6,528"))
                .body("message.citations[0].bbox", hasSize(3))
                .body("message.citations[0].bbox[0]", hasSize(4));
    }

    @Test
    void a_job_is_there_for_its_first_question_however_often_its_end_is_told_meanwhile() throws Exception {
        try (var events = new JobEvents(broker);
                var teller = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < 25; i++) {
                String job = job(700 + i);
                GatewayStandIn.put(job, ACCOUNT, SampleReports.invoice());
                Future<?> told = teller.submit(() -> {
                    for (int copy = 0; copy < 6; copy++) {
                        events.send(job, "dev.pagewright.job.done", "{}");
                    }
                });

                ask(job, ACCOUNT, "What is the invoice total?").statusCode(200);

                told.get();
            }
        }
    }

    @Test
    void says_that_the_document_does_not_say() {
        String job = job(2);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.annualReport());

        ask(job, ACCOUNT, "Who won the bicycle race in Flanders?")
                .statusCode(200)
                .body("message.grounded", equalTo(false))
                .body("message.content", equalTo("The document does not say."))
                .body("message.citations", empty());
    }

    @Test
    void tells_the_whole_conversation_oldest_first_and_understands_a_follow_up_C07() {
        String job = job(3);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.annualReport());

        String conversation = ask(job, ACCOUNT, "What was the gross margin in 2024?")
                .body("message.content", containsString("7,220"))
                .extract()
                .path("conversation");
        ask(job, ACCOUNT, "And in 2023?").body("message.content", containsString("6,528"));

        service()
                .when()
                .get("/inner/v1/jobs/" + job + "/messages?account=" + ACCOUNT)
                .then()
                .statusCode(200)
                .body("conversation", equalTo(conversation))
                .body("messages.role", contains("user", "assistant", "user", "assistant"))
                .body("messages[2].content", equalTo("And in 2023?"))
                .body("messages[3].citations[0].page", equalTo(2))
                .body("messages.id", not(hasItem(equalTo(""))));
    }

    @Test
    void streams_tokens_and_then_the_same_message() {
        String job = job(4);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.invoice());

        String events = service()
                .contentType("application/json")
                .body(Map.of("account", ACCOUNT, "message", "What is the invoice total?"))
                .post("/inner/v1/jobs/" + job + "/messages?stream=true")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        assertThat(events)
                .startsWith("event: token\ndata: {\"text\":")
                .contains("event: message\ndata: {\"conversation\"");
        assertThat(events.substring(events.indexOf("event: message"))).contains("1,972.30", "\"page\":1");
    }

    @Test
    void refuses_what_it_cannot_take() {
        String running = job(5);
        String failed = job(6);
        String foreign = job(7);
        GatewayStandIn.put(running, ACCOUNT, "processing", List.of());
        GatewayStandIn.put(failed, ACCOUNT, "failed", List.of());
        GatewayStandIn.put(foreign, "b".repeat(32), SampleReports.invoice());

        ask(running, ACCOUNT, "Total?").statusCode(409).body("code", equalTo("job_not_finished"));
        ask(failed, ACCOUNT, "Total?").statusCode(409).body("code", equalTo("job_failed"));
        ask(foreign, ACCOUNT, "Total?").statusCode(404).body("code", equalTo("job_not_found"));
        ask(job(8), ACCOUNT, "Total?").statusCode(404).body("code", equalTo("job_not_found"));
        ask(running, ACCOUNT, "  ").statusCode(400).body("code", equalTo("invalid_message"));
        ask(running, ACCOUNT, "x".repeat(8_001)).statusCode(400).body("code", equalTo("invalid_message"));
        ask(foreign, "b".repeat(32), "Total?").statusCode(200);
        ask(foreign, ACCOUNT, "Total?").statusCode(404); // indexed by now, and still not theirs
    }

    @Test
    void indexes_a_finished_job_by_its_event_and_forgets_a_deleted_one() {
        String job = job(9);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.invoice());
        ask(job, ACCOUNT, "What is the invoice total?").statusCode(200);

        try (var events = new JobEvents(broker)) {
            events.send(job, "dev.pagewright.job.done", "{}");
            events.send(job, "dev.pagewright.job.deleted", "{}");
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> service()
                .when()
                .get("/inner/v1/jobs/" + job + "/messages?account=" + ACCOUNT)
                .then()
                .statusCode(404));
    }

    @Test
    void purges_when_told() {
        String job = job(10);
        GatewayStandIn.put(job, ACCOUNT, SampleReports.invoice());
        ask(job, ACCOUNT, "What is the invoice total?").statusCode(200);

        service().delete("/inner/v1/jobs/" + job).then().statusCode(204);

        ask(job, ACCOUNT, "What is the invoice total?").statusCode(404);
    }

    @Test
    void serves_fifty_conversations_at_once() throws Exception {
        IntStream.range(0, 50).forEach(i -> GatewayStandIn.put(job(100 + i), ACCOUNT, SampleReports.annualReport()));
        List<String> questions = List.of(
                "What was the gross margin in 2023?",
                "How many employees does it have?",
                "What were net sales in 2024?");
        List<String> answers = List.of("6,528", "412", "18,240");

        List<Callable<String>> conversations = IntStream.range(0, 50)
                .<Callable<String>>mapToObj(i -> () -> ask(job(100 + i), ACCOUNT, questions.get(i % 3))
                        .statusCode(200)
                        .extract()
                        .path("message.content"))
                .toList();
        try (var clients = Executors.newFixedThreadPool(50)) {
            List<Future<String>> answered = clients.invokeAll(conversations);
            for (int i = 0; i < answered.size(); i++) {
                assertThat(answered.get(i).get()).contains(answers.get(i % 3));
            }
        }
    }

    @Test
    void tells_that_no_model_answers() {
        service().get("/inner/v1/model").then().statusCode(200).body("configured", equalTo(false));
    }

    private static ValidatableResponse ask(String job, String account, String message) {
        return service()
                .contentType("application/json")
                .body(Map.of("account", account, "message", message))
                .post("/inner/v1/jobs/" + job + "/messages")
                .then();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer " + Surroundings.SERVICE_TOKEN);
    }

    private static String job(int number) {
        return "%032x".formatted(0xc0000 + number);
    }
}
