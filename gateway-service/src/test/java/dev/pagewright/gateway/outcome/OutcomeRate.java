package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.queue.NewJob;
import dev.pagewright.gateway.queue.Submission;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.BareJobs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Outcomes a second that the gateway stores: batches of 50 read pages of ten jobs, with neither dispatcher nor relay beside
 * them. No test by its name; {@code -Dit.test=OutcomeRate} runs it, and prints one line. It and {@link BareJobs} use nothing
 * that commit ff2c1a3 does not have: both files can be copied there, to measure the two in turn.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutcomeRate {

    private static final int JOBS = 10;
    private static final int PAGES = 50;
    private static final int BATCH = 50;
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("rate.warm", 8));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("rate.seconds", 20));

    @Inject
    Database database;

    @Inject
    Submission submission;

    @Inject
    Outcomes outcomes;

    private final CountDownLatch over = new CountDownLatch(1);

    /** Nothing is dispatched, and nothing sent. */
    @BeforeEach
    void holdTheLoops() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> database.inTransaction(sql -> {
                    sql.row("select pg_advisory_xact_lock($1)", 0x7061_6765_0001L);
                    for (int shard = 0; shard < 16; shard++) {
                        sql.row("select pg_advisory_xact_lock($1)", 0x7061_6765_1000L + shard);
                    }
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
    void letTheLoops() {
        over.countDown();
    }

    @Test
    void batches_of_fifty() {
        run(WARM);
        double rate = run(MEASURED);
        System.out.printf("outcomes a second: %.0f%n", rate);
        assertThat(rate).isPositive();
    }

    private double run(Duration atLeast) {
        long stored = 0;
        long spent = 0;
        while (spent < atLeast.toNanos()) {
            String account = account();
            List<List<PageOutcome>> batches = batches(account);
            long start = System.nanoTime();
            batches.forEach(outcomes::apply);
            spent += System.nanoTime() - start;
            stored += (long) JOBS * PAGES;
            forget(account);
        }
        return stored * 1e9 / spent;
    }

    private List<List<PageOutcome>> batches(String account) {
        List<String> jobs =
                IntStream.range(0, JOBS).mapToObj(i -> submitted(account)).toList();
        List<PageOutcome> all = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            for (String job : jobs) {
                all.add(read(account, job, page));
            }
        }
        List<List<PageOutcome>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(List.copyOf(all.subList(i, i + BATCH)));
        }
        return batches;
    }

    private void forget(String account) {
        int waiting = database.inTransaction(sql -> {
            sql.update("delete from outbox");
            return sql.row("select count(*)::int as n from page where account_id = $1 and status <> 'done'", account)
                    .orElseThrow()
                    .getInteger("n");
        });
        assertThat(waiting).isZero();
    }

    private String account() {
        String id = UUID.randomUUID().toString().replace("-", "");
        database.inTransaction(sql -> {
            sql.update("insert into account (id, name, plan, created_at) values ($1, 'rate', 'internal', now())", id);
            return sql.update("insert into account_total (account_id) values ($1)", id);
        });
        return id;
    }

    private static PageOutcome.Read read(String account, String job, int page) {
        return new PageOutcome.Read(
                job,
                1,
                page,
                BlobKeys.page(account, job, page, 1),
                "tesseract",
                List.of("tesseract"),
                "no_text_layer",
                "en",
                0.9,
                300,
                0,
                800);
    }

    private String submitted(String account) {
        NewJob job = BareJobs.of(account, PAGES);
        submission.submit(job);
        return job.id();
    }
}
