package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerPresence;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C13: the tool {@code translate} and the field {@code translate_to}. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TranslationIT {

    private static SimulatedWorker worker;

    @Inject
    Database database;

    @BeforeAll
    static void startTranslator() throws Exception {
        worker = SimulatedWorker.start();
        announce("a-chat-model");
    }

    @AfterAll
    static void stopTranslator() throws Exception {
        announce(null);
        worker.close();
    }

    private static void announce(@Nullable String model) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            worker.announce(new WorkerPresence(
                    "translator", List.of("en", "de"), List.of("tesseract"), List.of(), null, model));
            assertThat(Api.nobody()
                            .get("/api/v1/capabilities/")
                            .json()
                            .at("/models/translation/configured")
                            .asBoolean())
                    .isEqualTo(model != null);
        });
    }

    @Test
    @DisplayName("C13: text and markdown are the translation, source_text and source_markdown what was read")
    void a_translated_job_has_both_texts() throws Exception {
        Account account = Account.pro(20);
        Api.Answer answer = account.api().submit(Form.of(Files.pdf(2), "a.pdf").field("translate_to", "de"));

        JsonNode job = account.api().ended(answer.text("uuid")).json();

        assertThat(job.path("tool").asText()).isEqualTo("translate");
        assertThat(job.path("text").asText()).startsWith("de: Page 1").contains("de: Page 2 of the document.");
        assertThat(job.path("source_text").asText()).startsWith("Page 1").doesNotContain("de:");
        assertThat(job.path("source_markdown").asText()).startsWith("# Page 1");
        JsonNode block = job.at("/pages/0/blocks/1");
        assertThat(block.path("text").asText()).isEqualTo("Page 1 of the document.");
        assertThat(block.path("translation").asText()).isEqualTo("de: Page 1 of the document.");
        assertThat(account.credits().path("balance").asInt()).isEqualTo(14);
        assertThat(account.credits().path("reserved").asInt()).isZero();
        assertThat(account.ledger()).containsExactly("settle 0", "settle 0", "reserve -6", "grant 20");
    }

    @Test
    @DisplayName("C13 C14: a page that was not translated is charged for its reading alone")
    void nothing_is_charged_for_a_translation_that_was_not_delivered() throws Exception {
        Account account = Account.pro(20);
        worker.failToTranslate(Set.of(2));
        try {
            Api.Answer answer = account.api()
                    .submit(Form.of(Files.pdf(2), "a.pdf")
                            .field("tool", "translate")
                            .field("translate_to", "fr"));

            JsonNode job = account.api().ended(answer.text("uuid")).json();

            assertThat(job.path("status").asText()).isEqualTo("done");
            JsonNode block = job.at("/pages/1/blocks/0");
            assertThat(block.path("translation").isNull()).isTrue();
            assertThat(block.path("translation_error").asText()).isEqualTo("numbers_changed");
            assertThat(job.at("/pages/1/text").asText()).contains("Page 2 of the document.");
            assertThat(account.credits().path("balance").asInt()).isEqualTo(16);
            assertThat(account.credits().path("reserved").asInt()).isZero();
        } finally {
            worker.failToTranslate(Set.of());
        }
    }

    @Test
    @DisplayName("C14: a translated page is metered once, with all that it was charged")
    void translated_pages_are_metered() throws Exception {
        Account account = Account.pro(20);
        Api.Answer answer = account.api().submit(Form.of(Files.pdf(2), "a.pdf").field("translate_to", "de"));
        account.api().ended(answer.text("uuid"));

        List<JsonNode> usage = new ArrayList<>();
        for (var record :
                TopicLog.read(Topics.USAGE_EVENTS, 2, record -> account.id().equals(record.key()))) {
            usage.add(new ObjectMapper().readTree(record.value()));
        }

        assertThat(usage).extracting(page -> page.path("index").asInt()).containsExactly(0, 1);
        assertThat(usage)
                .allSatisfy(page -> assertThat(page.path("credits").asDouble()).isEqualTo(3));
    }

    @Test
    @DisplayName("a retry translates what it reads anew, and keeps the other translations; nothing is charged twice")
    void a_retry_keeps_translations() throws Exception {
        Account account = Account.pro(30);
        worker.fail(Set.of(2));
        String uuid;
        try {
            uuid = account.api()
                    .submit(Form.of(Files.pdf(4), "a.pdf").field("translate_to", "de"))
                    .text("uuid");
            account.api().ended(uuid);
            int before = worker.translations();

            account.api().post("/api/v1/ocr/" + uuid + "/retry/", "{}"); // fails again: there is nothing to translate
            account.api().ended(uuid);

            assertThat(worker.translations() - before).isZero();
        } finally {
            worker.fail(Set.of());
        }
        int before = worker.translations();

        account.api().post("/api/v1/ocr/" + uuid + "/retry/", "{}");
        JsonNode job = account.api().ended(uuid).json();

        assertThat(worker.translations() - before).isEqualTo(1);
        for (int page = 1; page <= 4; page++) {
            assertThat(job.at("/pages/" + (page - 1) + "/text").asText())
                    .isEqualToIgnoringNewLines("de: Page " + page + "de: Page " + page + " of the document.");
        }
        assertThat(account.credits().path("balance").asInt()).isEqualTo(30 - 4 * 3);
        assertThat(account.credits().path("reserved").asInt()).isZero();
    }

    @Test
    @DisplayName("a retry translates again what could not be translated")
    void a_retry_tries_failed_translations_again() throws Exception {
        worker.fail(Set.of(1));
        worker.failToTranslate(Set.of(2));
        String uuid;
        try {
            uuid = Api.demo()
                    .submit(Form.of(Files.pdf(3), "a.pdf").field("translate_to", "de"))
                    .text("uuid");
            Api.demo().ended(uuid);
        } finally {
            worker.fail(Set.of());
            worker.failToTranslate(Set.of());
        }
        int before = worker.translations();

        Api.demo().post("/api/v1/ocr/" + uuid + "/retry/", "{}");

        JsonNode job = Api.demo().ended(uuid).json();
        assertThat(job.at("/pages/1/text").asText()).startsWith("de: ");
        assertThat(worker.translations() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("C13: a page that failed has no part in the translation")
    void failed_pages_stay_failed() throws Exception {
        worker.fail(Set.of(1));
        try {
            Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(2), "a.pdf").field("translate_to", "de"));
            JsonNode job = Api.demo().ended(answer.text("uuid")).json();

            assertThat(job.path("status").asText()).isEqualTo("done");
            assertThat(job.at("/pages/0/status").asText()).isEqualTo("failed");
            assertThat(job.at("/pages/1/text").asText()).startsWith("de: ");
        } finally {
            worker.fail(Set.of());
        }
    }

    @Test
    @DisplayName("a job whose last page is read during a suspension is translated when the suspension ends")
    void a_suspension_holds_the_translation() throws Exception {
        Account account = Account.pro(20);
        worker.hold();
        String uuid = account.api()
                .submit(Form.of(Files.pdf(6), "a.pdf").field("translate_to", "de"))
                .text("uuid");
        worker.allow(5);
        // the last page is with a worker, so that the suspension does not stop it
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> count(uuid, "done") == 5 && count(uuid, "released") == 1);
        status(account, "suspended");
        int before = worker.translations();
        worker.goOn();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> held(uuid));
        String other = Api.demo()
                .submit(Form.of(Files.pdf(1), "b.pdf").field("translate_to", "fr"))
                .text("uuid");
        assertThat(Api.demo().ended(other).text("text")).as("of others").startsWith("fr: ");
        assertThat(worker.translations() - before).isEqualTo(1);
        assertThat(held(uuid)).isTrue();

        status(account, "active");
        assertThat(account.api().ended(uuid).text("text")).startsWith("de: Page 1");
        assertThat(worker.translations() - before).isEqualTo(1 + 6);
        assertThat(account.credits().path("balance").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("a job one page of which was stored damaged is translated without it")
    void a_damaged_page_holds_up_no_translation() throws Exception {
        worker.damage(Set.of(2));
        try {
            String uuid = Api.demo()
                    .submit(Form.of(Files.pdf(3), "a.pdf").field("translate_to", "de"))
                    .text("uuid");

            JsonNode job = Api.demo().ended(uuid).json();

            assertThat(job.path("status").asText()).isEqualTo("done");
            assertThat(job.at("/pages/1/error").asText()).isEqualTo("page_lost");
            assertThat(job.at("/pages/2/text").asText()).startsWith("de: ");
        } finally {
            worker.damage(Set.of());
        }
    }

    private long count(String uuid, String status) {
        return database.inTransaction(
                sql -> sql.rows("select 1 from page where job_id = $1 and status = $2", uuid, status)
                        .size());
    }

    private boolean held(String uuid) {
        return database.inTransaction(sql -> sql.row(
                        "select 1 from job where id = $1 and phase = 'translate' and assemble_sent_at is null", uuid)
                .isPresent());
    }

    private static void status(Account account, String status) throws Exception {
        Api.administrator()
                .patch("/api/v1/admin/accounts/" + account.id() + "/", "{\"status\":\"%s\"}".formatted(status));
    }

    @Test
    @DisplayName("C13: the tool without a language is 400")
    void the_tool_needs_a_language() throws Exception {
        assertProblem(
                Api.demo().submit(Form.of(Files.pdf(1), "a.pdf").field("tool", "translate")), 400, "invalid_parameter");
    }
}
