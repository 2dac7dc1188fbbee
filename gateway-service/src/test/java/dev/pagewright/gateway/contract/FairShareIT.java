package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerPresence;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No account holds back another. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FairShareIT {

    private static final String JOBS = "/api/v1/ocr/";

    private static SimulatedWorker worker;

    @Inject
    Database database;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterEach
    void goOn() {
        worker.goOn();
        worker.pretend(12);
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("another account's page stands behind the pages that are with the workers, not behind a job")
    void a_long_job_does_not_hold_back_anothers_page() throws Exception {
        worker.hold();
        worker.pretend(1_700);
        Account large = Account.pro(1_000);
        String whole = large.api().submit(Form.of(Files.pdf(240), "long.pdf")).text("uuid");
        int ahead = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> released(whole), released -> released > 0);
        assertThat(ahead).isLessThanOrEqualTo(16);

        // paid too: the same lane
        Account small = Account.pro(10);
        String one = small.api().submit(Form.of(Files.pdf(6), "short.pdf")).text("uuid");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> released(one) > 0);

        assertThat(small.api()
                        .get(JOBS + one + "/")
                        .json()
                        .path("queue_position")
                        .asInt())
                .isBetween(ahead, 60);
        worker.allow(150);
        assertThat(small.api().ended(one).text("status")).isEqualTo("done");
        assertThat(large.api().get(JOBS + whole + "/").json().path("pages_done").asInt())
                .isLessThan(200);
        worker.goOn(); // nothing is left for the tests that follow
        assertThat(large.api().ended(whole).text("status")).isEqualTo("done");
        assertThat(large.credits().path("balance").asInt()).isEqualTo(760);
    }

    @Test
    @DisplayName("no more pages wait for the vision endpoint than the workers have slots for, and accounts share them")
    void accounts_share_the_slots_of_the_vision_endpoint() throws Exception {
        worker.hold();
        worker.announce(presence(4));
        Account first = Account.pro(1_000);
        String whole = vlm(first, 60);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> released(whole) > 0);
        int ahead = Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> released(whole), released -> released <= 6);

        String one = vlm(Account.pro(1_000), 30);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> released(one) > 0);

        assertThat(ahead).isPositive();
        assertThat(released(one)).isLessThanOrEqualTo(3);
        worker.goOn();
        first.api().ended(whole);
        worker.announce(presence(0));
    }

    private static String vlm(Account account, int pages) throws Exception {
        return account.api()
                .submit(Form.of(Files.pdf(pages), "scan.pdf").field("tier", "vlm"))
                .text("uuid");
    }

    private static WorkerPresence presence(int visionSlots) {
        return new WorkerPresence(
                "seeing",
                List.of("en", "de"),
                List.of("tesseract"),
                List.of(),
                visionSlots == 0 ? null : "a-vision-model",
                null,
                2,
                visionSlots);
    }

    @Test
    @DisplayName("paid accounts go by the express lane, whatever the size")
    void lanes_follow_plan_and_size() throws Exception {
        worker.hold();
        Account paid = Account.pro(20);
        Api free = Api.account("free");

        String express = paid.api().submit(Form.of(Files.pdf(12), "a.pdf")).text("uuid");
        String standard = free.submit(Form.of(Files.pdf(12), "a.pdf")).text("uuid");

        assertThat(lane(express)).isEqualTo(Topics.TASKS_EXPRESS);
        assertThat(lane(standard)).isEqualTo(Topics.TASKS_STANDARD);
        worker.goOn();
        paid.api().ended(express);
        free.ended(standard);
    }

    private String lane(String uuid) {
        return "pagewright.page-tasks."
                + database.inTransaction(sql -> sql.row("select lane from job where id = $1", uuid)
                        .orElseThrow()
                        .getString(0));
    }

    private int released(String uuid) {
        return database.inTransaction(
                sql -> sql.rows("select 1 from page where job_id = $1 and status = 'released'", uuid)
                        .size());
    }
}
