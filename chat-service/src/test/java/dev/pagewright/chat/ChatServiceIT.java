package dev.pagewright.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.pagewright.chat.testing.JobEvents;
import dev.pagewright.chat.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ChatServiceIT {

    @Inject
    DataSource database;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void is_ready_with_broker_and_database() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(containsString("job-events")));
    }

    @Test
    void tells_its_metrics() {
        given().when().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
    }

    @Test
    void refuses_a_caller_without_the_service_token_with_a_problem_body() {
        given().header("Authorization", "Bearer wrong")
                .when()
                .get("/inner/v1/jobs/00000000000000000000000000000001/messages?account=a")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void answers_an_unknown_address_with_a_problem_body() {
        given().header("Authorization", "Bearer " + Surroundings.SERVICE_TOKEN)
                .when()
                .get("/inner/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not_found"));
    }

    @Test
    void reads_on_after_records_that_are_no_events() {
        String job = "00000000000000000000000000000002";
        try (var events = new JobEvents(broker)) {
            events.send(null, null, "\u0000garbage");
            events.send("not an id", "dev.pagewright.job.done", "{}");
            events.send(job, "dev.pagewright.job.done", "not json");
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(knows(job)).isTrue());
    }

    @Test
    void a_deleted_job_does_not_come_back_with_a_late_event() {
        String job = "00000000000000000000000000000003";
        String next = "00000000000000000000000000000004";
        try (var events = new JobEvents(broker)) {
            events.send(job, "dev.pagewright.job.done", "{}");
            events.send(job, "dev.pagewright.job.deleted", "{}");
            events.send(job, "dev.pagewright.job.done", "{}");
            events.send(next, "dev.pagewright.job.done", "{}");
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(knows(next)).isTrue());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(knows(job)).isFalse());
    }

    private boolean knows(String jobId) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from job where id = ?")) {
            select.setString(1, jobId);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
