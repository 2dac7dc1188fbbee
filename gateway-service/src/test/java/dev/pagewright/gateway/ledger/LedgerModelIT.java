package dev.pagewright.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.account.Usage;
import dev.pagewright.gateway.account.Usages;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.outcome.Outcomes;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.queue.Deletion;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import dev.pagewright.gateway.queue.Retry;
import dev.pagewright.gateway.queue.Submission;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.testing.Extent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random histories of an account against a model of it: submissions, results, the same result again, failures, retries,
 * cancels, and the database's connections broken in the middle of any of them, whereupon the step comes again. After
 * each step the sums are the model's; at the end they are those of the entries.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LedgerModelIT {

    private static final int HISTORIES = Extent.of(20, 60);
    private static final long DISPATCHER_LOCK = 0x7061_6765_0001L;

    enum Kind {
        SUBMIT,
        READ,
        READ_BY_MODEL,
        FAIL,
        TWICE,
        RETRY,
        DELETE,
        GRANT
    }

    /**
     * @param job and {@code page}: which of those there are
     * @param breaks whether connections break meanwhile
     */
    record Step(Kind kind, int job, int page, boolean breaks) {}

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    @Inject
    Submission submission;

    @Inject
    Outcomes outcomes;

    @Inject
    Retry retry;

    @Inject
    Deletion deletion;

    @Inject
    Usages usages;

    @Inject
    Plans plans;

    @Inject
    Drift drift;

    private final CountDownLatch over = new CountDownLatch(1);

    /** No page reaches a worker: outcomes are the test's alone. */
    @BeforeEach
    void holdTheDispatcher() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            while (over.getCount() > 0) {
                try {
                    database.inTransaction(sql -> {
                        sql.row("select pg_advisory_xact_lock($1)", DISPATCHER_LOCK);
                        held.countDown();
                        try {
                            return over.await(1, TimeUnit.HOURS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return false;
                        }
                    });
                } catch (RuntimeException broken) {
                    // taken anew
                }
            }
        });
        held.await();
    }

    @AfterEach
    void letTheDispatcher() {
        over.countDown();
    }

    @Test
    @DisplayName("never negative, never charged twice, nothing lost, sums equal: whatever happens in whatever order")
    void the_ledger_is_the_model() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, Kind.SUBMIT),
                                Tuple.of(8, Kind.READ),
                                Tuple.of(3, Kind.READ_BY_MODEL),
                                Tuple.of(5, Kind.FAIL),
                                Tuple.of(3, Kind.TWICE),
                                Tuple.of(2, Kind.RETRY),
                                Tuple.of(1, Kind.DELETE),
                                Tuple.of(1, Kind.GRANT)),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequency(Tuple.of(12, false), Tuple.of(1, true)))
                .as(Step::new);
        JqwikSession.run(() -> step.list()
                .ofMinSize(5)
                .ofMaxSize(30)
                .sampleStream()
                .limit(HISTORIES)
                .forEach(this::live));

        assertThat(calm(drift::check)).isZero();
        int chargedTwice =
                calm(() -> database.withoutTransaction(sql -> sql.rows("""
                        select job_id, page_index, round from ledger_entry where kind in ('settle', 'refund')
                        group by 1, 2, 3 having count(*) > 1""").size()));
        assertThat(chargedTwice).isZero();
    }

    private void live(List<Step> history) {
        String account = account();
        LedgerModel model = new LedgerModel();
        model.grant(20_000);
        for (Step step : history) {
            try {
                act(account, model, step);
            } catch (RuntimeException e) {
                throw new AssertionError("%s in %s".formatted(step, history), e);
            }
            Usage usage = calm(() -> usages.of(account, plans.of("pro")));
            assertThat(usage.balance())
                    .as("%s in %s", step, history)
                    .isEqualTo(model.balance)
                    .isNotNegative();
            assertThat(usage.reserved())
                    .as("%s in %s", step, history)
                    .isEqualTo(model.reserved())
                    .isNotNegative();
            assertThat(usage.pagesToday().used()).as("%s in %s", step, history).isEqualTo(model.pages());
        }
        model.jobs.forEach(job -> calm(() -> deletion.delete(account, job.id)));
    }

    private void act(String account, LedgerModel model, Step step) {
        switch (step.kind()) {
            case SUBMIT -> submit(account, model, step);
            case GRANT -> {
                again(step.breaks(), () -> {
                    if (usages.of(account, plans.of("pro")).granted() == model.granted) { // a client looks first
                        database.inTransaction(sql -> ledger.grant(sql, account, 3_000, "test"));
                    }
                });
                model.grant(3_000);
            }
            default -> {
                if (!model.jobs.isEmpty()) {
                    act(account, model, step, model.jobs.get(step.job() % model.jobs.size()));
                }
            }
        }
    }

    private void act(String account, LedgerModel model, Step step, LedgerModel.Job job) {
        int page = step.page() % job.pages.size();
        switch (step.kind()) {
            case READ, READ_BY_MODEL, TWICE -> {
                PageOutcome.Read read = read(account, job.id, page, step.kind() == Kind.READ_BY_MODEL);
                List<PageOutcome> batch =
                        step.kind() == Kind.TWICE ? List.of(read, failed(job.id, page), read) : List.of(read);
                again(step.breaks(), () -> outcomes.apply(batch));
                model.read(job, page, step.kind() == Kind.READ_BY_MODEL);
                assemble(model, job);
            }
            case FAIL -> {
                again(step.breaks(), () -> outcomes.apply(List.of(failed(job.id, page))));
                model.fail(job, page);
                assemble(model, job);
            }
            case RETRY -> {
                boolean admitted = model.retry(job);
                again(step.breaks(), () -> admitted(() -> retry.retry(account, job.id, Map.of(), job.price)), admitted);
            }
            case DELETE -> {
                again(step.breaks(), () -> deletion.delete(account, job.id));
                model.delete(job);
            }
            case SUBMIT, GRANT -> throw new IllegalArgumentException();
        }
    }

    private void submit(String account, LedgerModel model, Step step) {
        int pages = 1 + step.page();
        boolean vlm = step.job() % 2 == 1;
        long price = vlm ? 5_000 : 1_000;
        String id = UUID.randomUUID().toString().replace("-", "");
        NewJob job = job(account, id, pages, vlm, price);
        boolean admitted = model.submit(id, pages, price);
        again(step.breaks(), () -> admitted(() -> submission.submit(job)), admitted);
    }

    /** The document pass of a job all of whose pages have ended. */
    private void assemble(LedgerModel model, LedgerModel.Job job) {
        if (job.ended()) {
            int revision = calm(
                    () -> database.withoutTransaction(sql -> sql.row("select revision from job where id = $1", job.id)
                            .map(row -> row.getInteger("revision"))
                            .orElse(0)));
            again(
                    false,
                    () -> outcomes.apply(List.of(new PageOutcome.Assembled(job.id, 1, revision + 1, Map.of(), "en"))));
            model.finish(job);
        }
    }

    private static boolean admitted(Runnable step) {
        try {
            step.run();
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private void again(boolean breaks, BooleanSupplier work, boolean expected) {
        boolean[] admitted = new boolean[1];
        again(breaks, () -> {
            admitted[0] = work.getAsBoolean();
        });
        assertThat(admitted[0]).isEqualTo(expected);
    }

    /** What is asked after a step may still meet a broken connection. */
    private <T> T calm(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        again(false, () -> answer.add(question.get()));
        return answer.getFirst();
    }

    /** Until it succeeds, as clients and consumers do. */
    private void again(boolean breaks, Runnable work) {
        if (breaks) {
            Thread.ofVirtual().start(this::breakConnections);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                work.run();
                return;
            } catch (AssertionError e) {
                throw e;
            } catch (RuntimeException broken) {
                if (attempt == 50) {
                    throw broken;
                }
            }
        }
    }

    private void breakConnections() {
        try {
            database.withoutTransaction(
                    sql -> sql.rows(
                            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'"));
        } catch (RuntimeException e) {
            // its own connection broke with another's call
        }
    }

    private String account() {
        String id = UUID.randomUUID().toString().replace("-", "");
        calm(() -> database.inTransaction(sql -> {
            sql.update(
                    "insert into account (id, name, plan, created_at) values ($1, 'model', 'pro', now()) on conflict do nothing",
                    id);
            ledger.open(sql, id);
            return 0;
        }));
        again(false, () -> {
            if (usages.of(id, plans.of("pro")).granted() == 0) {
                database.inTransaction(sql -> ledger.grant(sql, id, 20_000, "test"));
            }
        });
        return id;
    }

    private static PageOutcome.Read read(String account, String job, int page, boolean byModel) {
        return new PageOutcome.Read(
                job,
                1,
                page,
                BlobKeys.page(account, job, page, 1),
                byModel ? "vlm" : "tesseract",
                List.of("tesseract"),
                byModel ? "vlm_requested" : "vlm_not_configured",
                "en",
                0.9,
                7,
                0,
                10);
    }

    private static PageOutcome.Failed failed(String job, int page) {
        // of a sending of this round, whichever it is: the dispatcher may get through while connections break
        return new PageOutcome.Failed(job, 1_000, page, "page_corrupt", "The page is damaged.");
    }

    private static NewJob job(String account, String id, int pages, boolean vlm, long price) {
        String content = (id + id);
        return new NewJob(
                id,
                account,
                "a.pdf",
                content,
                "accounts/" + account + "/originals/" + id,
                "application/pdf",
                100,
                pages,
                IntStream.rangeClosed(1, pages).boxed().toList(),
                vlm ? "vlm" : "cpu",
                "auto",
                "auto",
                null,
                null,
                null,
                null,
                null,
                null,
                Lane.EXPRESS,
                1,
                price,
                new NewJob.Idempotency(id, content));
    }
}
