package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.Topics;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The service itself fails at the outcomes of one job: a statement of it is wrong there, as after a bad release. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FaultOfOursIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String JOBS = "/api/v1/ocr/";

    @Inject
    Database database;

    @Test
    void others_go_on_the_outcome_is_kept_and_the_job_ends_once_the_fault_is_mended() throws Exception {
        try (var worker = SimulatedWorker.start()) {
            worker.hold();
            String failing = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");
            fail(failing);
            worker.goOn();

            assertThat(TopicLog.read(Topics.DEAD_LETTERS, 1, letter -> failing.equals(letter.key())))
                    .isNotEmpty()
                    .allSatisfy(letter -> assertThat(new String(
                                    letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                            .isEqualTo("the service fails at it"));
            String other = Api.demo().submit(Form.of(Files.pdf(1), "b.pdf")).text("uuid");
            assertThat(ended(other)).isEqualTo("done");

            mend();

            assertThat(ended(failing)).isEqualTo("done");
        } finally {
            mend();
        }
    }

    private static String ended(String uuid) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Api.demo().get(JOBS + uuid + "/").text("status"), status -> !"pending processing"
                        .contains(status));
    }

    private void fail(String job) {
        database.withoutTransaction(sql -> sql.rows("""
                create or replace function wrong() returns trigger language plpgsql as $$
                begin if new.job_id = '%s' and new.status = 'done' then perform no_such_function(); end if; return new; end $$""".formatted(job)));
        database.withoutTransaction(sql -> sql.rows(
                "create or replace trigger wrong before update on page for each row execute function wrong()"));
    }

    private void mend() {
        database.withoutTransaction(sql -> sql.rows("drop trigger if exists wrong on page"));
    }
}
