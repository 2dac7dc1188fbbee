package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.queue.NewJob;
import dev.pagewright.gateway.queue.Retry;
import dev.pagewright.gateway.queue.Submission;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.BareJobs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories of a job against a model of it: pages are sent, sent again, read, failed, retried, passes made; every
 * outcome that was ever sent may come again at any later time. What is late changes nothing.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LateOutcomesIT {

    private static final int HISTORIES = 80;
    private static final int PAGES = 3;
    private static final long DISPATCHER_LOCK = 0x7061_6765_0001L;

    enum Kind {
        SEND,
        READ,
        FAIL,
        PASS,
        RETRY,
        AGAIN
    }

    /** @param choice which page, or which of the earlier outcomes */
    record Step(Kind kind, int choice) {}

    @Inject
    Database database;

    @Inject
    Submission submission;

    @Inject
    Outcomes outcomes;

    @Inject
    Retry retry;

    private final CountDownLatch over = new CountDownLatch(1);

    /** No page reaches a worker: sendings and outcomes are the test's alone. */
    @BeforeEach
    void holdTheDispatcher() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> database.inTransaction(sql -> {
                    sql.row("select pg_advisory_xact_lock($1)", DISPATCHER_LOCK);
                    held.countDown();
                    try {
                        return over.await(1, TimeUnit.HOURS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                }));
        held.await();
    }

    @AfterEach
    void letTheDispatcher() {
        over.countDown();
    }

    /** What must be true of the job. */
    private static final class Model {
        private final String[] status = new String[PAGES];
        private final int[] attempt = new int[PAGES];
        private final int[] before = new int[PAGES]; // attempts of earlier rounds
        private final String[] key = new String[PAGES];
        private String phase = "read";
        private int revision;

        Model() {
            java.util.Arrays.fill(status, "queued");
        }

        private boolean open(int page) {
            return status[page].equals("queued") || status[page].equals("released");
        }

        void read(int page, int of) {
            if (open(page)) {
                status[page] = "done";
                key[page] = page + "-a" + of;
                afterPage();
            }
        }

        void fail(int page, int of) {
            if (open(page) && of > before[page]) {
                status[page] = "failed";
                afterPage();
            }
        }

        private void afterPage() {
            if (IntStream.range(0, PAGES).anyMatch(this::open)) {
                return;
            }
            if (List.of(status).contains("done")) {
                phase = "assemble";
            } else {
                phase = "ended";
                revision++;
            }
        }

        void pass(int of) {
            if (phase.equals("assemble") && of == revision + 1) {
                revision = of;
                phase = "ended";
                for (int page = 0; page < PAGES; page++) {
                    if (status[page].equals("done")) {
                        key[page] = page + "-r" + of;
                    }
                }
            }
        }

        void retry() {
            if (!phase.equals("ended") || !List.of(status).contains("failed")) {
                return;
            }
            phase = "read";
            for (int page = 0; page < PAGES; page++) {
                if (status[page].equals("failed")) {
                    status[page] = "queued";
                    before[page] = attempt[page];
                }
            }
        }

        @Override
        public String toString() {
            return "%s %s %s %d".formatted(List.of(status), java.util.Arrays.toString(key), phase, revision);
        }
    }

    @Test
    void what_is_late_changes_nothing() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Kind.SEND),
                                Tuple.of(4, Kind.READ),
                                Tuple.of(4, Kind.FAIL),
                                Tuple.of(3, Kind.PASS),
                                Tuple.of(2, Kind.RETRY),
                                Tuple.of(6, Kind.AGAIN)),
                        Arbitraries.integers().between(0, 99))
                .as(Step::new);
        JqwikSession.run(() -> step.list()
                .ofMinSize(10)
                .ofMaxSize(60)
                .sampleStream()
                .limit(HISTORIES)
                .forEach(this::live));
    }

    private void live(List<Step> history) {
        String job = submitted();
        Model model = new Model();
        List<PageOutcome> sent = new ArrayList<>();
        for (Step step : history) {
            act(job, model, sent, step);
            assertThat(stored(job)).as("%s of %s", step, history).isEqualTo(model.toString());
        }
        database.inTransaction(sql -> sql.update("delete from job where id = $1", job));
    }

    private void act(String job, Model model, List<PageOutcome> sent, Step step) {
        int page = step.choice() % PAGES;
        switch (step.kind()) {
            case SEND -> send(job, model, page);
            case READ -> {
                if (model.attempt[page] > model.before[page]) {
                    apply(model, sent, read(job, page, model.attempt[page]));
                }
            }
            case FAIL -> {
                if (model.attempt[page] > model.before[page]) {
                    apply(
                            model,
                            sent,
                            new PageOutcome.Failed(job, model.attempt[page], page, "page_corrupt", "damaged"));
                }
            }
            case PASS -> {
                if (model.phase.equals("assemble")) {
                    apply(model, sent, pass(job, model.revision + 1));
                }
            }
            case RETRY -> {
                retry.retry(account(), job, Map.of(), 0);
                model.retry();
            }
            case AGAIN -> {
                if (!sent.isEmpty()) {
                    apply(model, sent, sent.get(step.choice() % sent.size()));
                }
            }
        }
    }

    private void apply(Model model, List<PageOutcome> sent, PageOutcome outcome) {
        outcomes.apply(List.of(outcome));
        sent.add(outcome);
        switch (outcome) {
            case PageOutcome.Read read -> model.read(read.pageIndex(), read.attempt());
            case PageOutcome.Failed failed -> model.fail(failed.pageIndex(), failed.attempt());
            case PageOutcome.Assembled pass -> model.pass(pass.revision());
            case PageOutcome.Started started -> throw new IllegalArgumentException(started.toString());
            case PageOutcome.Translated translated -> throw new IllegalArgumentException(translated.toString());
        }
    }

    /** As the dispatcher does, and the reconciler before it. */
    private void send(String job, Model model, int page) {
        if (model.open(page)) {
            database.inTransaction(sql -> sql.update(
                    "update page set status = 'released', attempt = attempt + 1, sendings = sendings + 1 where job_id = $1 and index_ = $2",
                    job,
                    page));
            model.status[page] = "released";
            model.attempt[page]++;
        }
    }

    private static PageOutcome.Read read(String job, int page, int attempt) {
        return new PageOutcome.Read(
                job,
                attempt,
                page,
                key(job, page + "-a" + attempt),
                "tesseract",
                List.of("tesseract"),
                "no_text_layer",
                "en",
                0.9,
                3,
                0,
                10);
    }

    private static PageOutcome.Assembled pass(String job, int revision) {
        return new PageOutcome.Assembled(
                job,
                1,
                revision,
                Map.of(
                        0, key(job, "0-r" + revision),
                        1, key(job, "1-r" + revision),
                        2, key(job, "2-r" + revision)),
                "en");
    }

    private static String key(String job, String name) {
        return "accounts/" + ACCOUNT.get() + "/jobs/" + job + "/pages/" + name + ".json.gz";
    }

    private static final ThreadLocal<String> ACCOUNT = ThreadLocal.withInitial(() -> "");

    private String stored(String job) {
        return database.withoutTransaction(sql -> {
            List<String> status = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            sql.rows("select status, document_key from page where job_id = $1 order by index_", job)
                    .forEach(row -> {
                        status.add(row.getString("status"));
                        String key = row.getString("document_key");
                        keys.add(key == null ? null : key.replaceAll(".*/|\\.json\\.gz", ""));
                    });
            var row = sql.row("select phase, revision from job where id = $1", job)
                    .orElseThrow();
            return "%s %s %s %d".formatted(status, keys, row.getString("phase"), row.getInteger("revision"));
        });
    }

    private String account() {
        String account =
                database.withoutTransaction(sql -> sql.row("select id from account where plan = 'internal' limit 1")
                        .orElseThrow()
                        .getString("id"));
        ACCOUNT.set(account);
        return account;
    }

    private String submitted() {
        String account = account();
        NewJob job = BareJobs.of(account, PAGES);
        submission.submit(job);
        return job.id();
    }
}
