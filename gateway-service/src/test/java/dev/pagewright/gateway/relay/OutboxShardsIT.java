package dev.pagewright.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import dev.pagewright.gateway.queue.Submission;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rows that can never be sent, and shards that cannot be sent now, in the outbox of the real service. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxShardsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    Submission submission;

    /** What a bug, an operator or an older release may have left in the outbox. */
    private static List<Outbox.Entry> unsendable(String key) {
        List<Outbox.Entry> rows = new ArrayList<>();
        for (String payload : List.of(
                "not JSON", "", "{}", "[]", "7", "null", "{\"index\":null}", "{\"index\":\"x\"}", "{\"index\":")) {
            rows.add(new Outbox.Entry(Topics.PAGE_RESULTS, key, "page.read", payload, null));
        }
        rows.add(new Outbox.Entry(Topics.JOB_EVENTS, key, "job.done", "x".repeat(2 << 20), null));
        rows.add(new Outbox.Entry(Topics.TASKS_EXPRESS, key, "task", "y".repeat(2 << 20), null));
        rows.add(new Outbox.Entry("no topic has this name!", key, "job.done", "{}", null));
        return rows;
    }

    @Test
    void what_can_never_be_sent_goes_to_the_dead_letters_and_holds_up_nobody() {
        String key = UUID.randomUUID().toString().replace("-", "");
        List<Outbox.Entry> rows = unsendable(key);
        var last = new Outbox.Entry(Topics.JOB_EVENTS, key, "job.after", "{\"after\":true}", null);
        database.inTransaction(sql -> {
            rows.forEach(row -> Outbox.append(sql, row));
            Outbox.append(sql, last);
            return true;
        });

        assertThat(TopicLog.read(Topics.JOB_EVENTS, 1, event -> key.equals(event.key())))
                .singleElement()
                .satisfies(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .isEqualTo(last.payload()));
        assertThat(TopicLog.read(Topics.DEAD_LETTERS, rows.size(), letter -> key.equals(letter.key())))
                .hasSize(rows.size())
                .allSatisfy(letter ->
                        assertThat(letter.headers().lastHeader("reason")).isNotNull());
        assertThat(waiting(key)).isZero();
    }

    @Test
    void a_shard_that_fails_keeps_no_other_from_being_sent_and_goes_on_when_it_can() throws Exception {
        String key = UUID.randomUUID().toString().replace("-", "");
        refuseToDelete(key);
        try (var worker = SimulatedWorker.start()) {
            worker.goOn();
            database.inTransaction(sql -> {
                Outbox.append(sql, new Outbox.Entry(Topics.JOB_EVENTS, key, "job.held", "{}", null));
                return true;
            });

            for (int i = 0; i < 20; i++) { // among them are jobs of every shard but, often enough, the failing one
                Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(2), "a.pdf"));
                String uuid = answer.text("uuid");
                if (shard(uuid) != shard(key)) {
                    assertThat(Api.demo().ended(uuid).text("status")).isEqualTo("done");
                }
            }
            assertThat(waiting(key)).isOne();

            allow();

            Awaitility.await().atMost(PATIENCE).until(() -> waiting(key) == 0);
        } finally {
            allow();
        }
    }

    @Test
    void a_page_at_which_the_service_ended_again_and_again_is_told_as_a_reference() throws Exception {
        try (var worker = SimulatedWorker.start()) {
            String uuid = UUID.randomUUID().toString().replace("-", "");
            database.inTransaction(sql -> {
                sql.row("select pg_advisory_xact_lock($1)", 0x7061_6765_1000L + shard(uuid)); // no relay sends it yet
                return submitted(uuid, 1) && awaitRow(worker, uuid);
            });

            assertThat(TopicLog.read(Topics.PAGE_RESULTS, 1, event -> uuid.equals(event.key())))
                    .singleElement()
                    .satisfies(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                            .contains("\"reference\"")
                            .doesNotContain("\"page\""));
        }
    }

    @Test
    void a_job_of_ten_thousand_pages_with_a_selection_as_long_as_can_be_ends() throws Exception {
        int pages = 10_000;
        String uuid = UUID.randomUUID().toString().replace("-", "");
        try (var worker = SimulatedWorker.start()) {
            worker.hold();
            assertThat(submitted(uuid, pages)).isTrue();
            // all but the last were read: their outcomes would take minutes
            int read = database.inTransaction(sql -> {
                sql.row("select 1 from job where id = $1 for update", uuid);
                sql.update("update job set pages_done = $2, status = 'processing' where id = $1", uuid, pages - 1);
                return sql.update("""
                        update page set status = 'done', engine = 'tesseract', engine_reason = 'no_text_layer', words = 7, mean_confidence = 0.9,
                            document_key = 'accounts/' || account_id || '/jobs/' || job_id || '/pages/' || index_ || '-a999999.json.gz'
                        where job_id = $1 and index_ < $2""", uuid, pages - 1);
            });
            assertThat(read).isEqualTo(pages - 1);
            worker.changeAll();
            worker.answer(new PageOutcome.Failed(uuid, 1, pages - 1, "page_corrupt", "The page is damaged."));
            worker.goOn();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> database.withoutTransaction(
                            sql -> sql.row("select 1 from job where id = $1 and status = 'done'", uuid)
                                    .isPresent()));
            int changed = database.withoutTransaction(
                    sql -> sql.rows("select 1 from page where job_id = $1 and document_key like '%-r1.json.gz'", uuid)
                            .size());
            assertThat(changed).isEqualTo(pages - 1);
            assertThat(TopicLog.read(
                            Topics.JOB_EVENTS,
                            1,
                            event -> uuid.equals(event.key())
                                    && "dev.pagewright.job.done"
                                            .equals(new String(
                                                    event.headers()
                                                            .lastHeader("ce_type")
                                                            .value(),
                                                    StandardCharsets.UTF_8))))
                    .hasSize(1);
        } finally {
            database.inTransaction(sql -> sql.update("delete from job where id = $1", uuid));
        }
    }

    /** Every second page of a file, the way it is longest to say. */
    private boolean submitted(String uuid, int pages) {
        List<Integer> numbers =
                IntStream.range(0, pages).map(page -> 2 * page + 1).boxed().toList();
        String account =
                database.withoutTransaction(sql -> sql.row("select id from account where plan = 'internal' limit 1")
                        .orElseThrow()
                        .getString("id"));
        return submission.submit(new NewJob(
                        uuid,
                        account,
                        "a.pdf",
                        uuid + uuid,
                        "accounts/" + account + "/originals/" + uuid,
                        "application/pdf",
                        1_000,
                        2 * pages,
                        numbers,
                        "cpu",
                        "auto",
                        "auto",
                        null,
                        null,
                        numbers.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        null,
                        null,
                        null,
                        Lane.STANDARD,
                        0,
                        0,
                        null))
                instanceof Submission.Result.Accepted;
    }

    /** The page's row, and what two processes left that ended at it. */
    private boolean awaitRow(SimulatedWorker worker, String uuid) {
        long id = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            // its task waits in the same shard: the page has its outcome without it
                            return database.withoutTransaction(sql -> sql.row(
                                            "select id from outbox where key = $1 and topic = $2",
                                            uuid,
                                            Topics.PAGE_RESULTS)
                                    .map(row -> row.getLong("id"))
                                    .orElseGet(() -> {
                                        answer(worker, uuid);
                                        return -1L;
                                    }));
                        },
                        found -> found > 0);
        return database.withoutTransaction(sql -> sql.update("""
                        insert into taken (kind, place, first, last, times, process, at) values ('outbox', $1, $2, $2, 2, $3, now())
                        on conflict (kind, place) do update set first = $2, last = $2, times = 2, process = $3""", Short.toString(shard(uuid)), id, UUID.randomUUID()))
                == 1;
    }

    private static void answer(SimulatedWorker worker, String uuid) {
        try {
            worker.answer(new PageOutcome.Failed(uuid, 1, 0, "page_corrupt", "The page is damaged."));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting(String key) {
        return database.withoutTransaction(
                sql -> sql.rows("select 1 from outbox where key = $1", key).size());
    }

    private static short shard(String key) {
        return (short) Math.floorMod(key.hashCode(), Outbox.SHARDS);
    }

    private void refuseToDelete(String key) {
        database.withoutTransaction(sql -> sql.rows("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin if old.key = '%s' then raise exception 'not now'; end if; return old; end $$""".formatted(key)));
        database.withoutTransaction(sql -> sql.rows(
                "create or replace trigger refuse before delete on outbox for each row execute function refuse()"));
    }

    private void allow() {
        database.withoutTransaction(sql -> sql.rows("drop trigger if exists refuse on outbox"));
    }
}
