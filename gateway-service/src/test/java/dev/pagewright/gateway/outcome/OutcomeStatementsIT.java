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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** What a batch of outcomes costs the database. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutcomeStatementsIT {

    private static final int JOBS = 10;
    private static final int PAGES_OF_EACH = 5;
    private static final int PAGES = JOBS * PAGES_OF_EACH;

    @Inject
    Mutiny.SessionFactory factory;

    @Inject
    Database database;

    @Inject
    Submission submission;

    @Inject
    Outcomes outcomes;

    /** Statements as Hibernate sends them: a batch is one. */
    private static final class Sent extends Handler {
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public void publish(LogRecord record) {
            if (Thread.currentThread().getName().startsWith("vert.x")) {
                statements.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void fifty_pages_are_stored_with_three_statements_a_page_and_a_few_round_trips() {
        String account = account();
        List<PageOutcome> batch = new ArrayList<>();
        for (String job :
                IntStream.range(0, JOBS).mapToObj(i -> submitted(account)).toList()) {
            for (int page = 0; page < PAGES_OF_EACH; page++) {
                batch.add(read(account, job, page));
            }
        }
        Statistics statistics = factory.getStatistics();
        Logger sql = Logger.getLogger("org.hibernate.SQL");
        Sent sent = new Sent();
        sent.setLevel(Level.ALL);
        Level before = sql.getLevel();
        sql.setLevel(Level.FINE);
        sql.addHandler(sent);
        statistics.clear();
        statistics.setStatisticsEnabled(true);
        try {
            outcomes.apply(batch);
        } finally {
            statistics.setStatisticsEnabled(false);
            sql.removeHandler(sent);
            sql.setLevel(before);
        }

        long rows = statistics.getEntityInsertCount() + statistics.getEntityUpdateCount();
        long statements = rows + statistics.getQueryExecutionCount();
        System.out.printf(
                "50 outcomes: %d rows inserted or updated by entities, %d questions, %d round trips%n",
                rows, statistics.getQueryExecutionCount(), sent.statements.get());
        assertThat(statistics.getEntityUpdateCount()).isEqualTo(PAGES + JOBS);
        assertThat(statements).isLessThanOrEqualTo(3 * PAGES);
        assertThat(sent.statements.get()).isBetween(8, 20);
    }

    private String account() {
        String id = UUID.randomUUID().toString().replace("-", "");
        database.inTransaction(sql -> {
            sql.update(
                    "insert into account (id, name, plan, created_at) values ($1, 'statements', 'internal', now())",
                    id);
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
        NewJob job = BareJobs.of(account, PAGES_OF_EACH);
        submission.submit(job);
        return job.id();
    }
}
