package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outcomes that the database will never take. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RefusedOutcomeIT {

    @Inject
    Outcomes outcomes;

    private static final String NO_JOB = "0123456789abcdef0123456789abcdef";

    @Test
    void an_outcome_that_cannot_be_stored_holds_nobody_back() throws Exception {
        try (var worker = SimulatedWorker.start()) {
            // PostgreSQL's text has no character zero
            worker.answer(new PageOutcome.Failed(NO_JOB, 1, 0, "page_corrupt", "a detail with \0 in it"));

            Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(2), "a.pdf"));

            assertThat(Api.demo().ended(answer.text("uuid")).text("status")).isEqualTo("done");
            assertThat(TopicLog.read(Topics.DEAD_LETTERS, 1, letter -> NO_JOB.equals(letter.key())))
                    .hasSize(1)
                    .allSatisfy(letter ->
                            assertThat(letter.headers().lastHeader("reason")).isNotNull());
        }
    }

    @Test
    void an_outcome_that_names_the_blob_of_another_job_gives_nobody_its_text() throws Exception {
        String other = "f".repeat(32);
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "mine.pdf")).text("uuid");
        PageOutcome forged = new PageOutcome.Read(
                uuid,
                1,
                0,
                BlobKeys.page(other, other, 0, 1),
                "tesseract",
                List.of("tesseract"),
                "no_text_layer",
                "en",
                0.9,
                7,
                0,
                1);

        assertThatThrownBy(() -> outcomes.apply(List.of(forged))).isInstanceOf(UnfitOutcomeException.class);

        try (var worker = SimulatedWorker.start()) {
            assertThat(Api.demo().ended(uuid).text("status")).isEqualTo("done");
            assertThat(worker.translations()).isZero();
        }
    }
}
