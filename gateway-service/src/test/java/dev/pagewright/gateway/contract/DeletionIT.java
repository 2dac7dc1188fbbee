package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jobs that are deleted while their pages are released, sent, read and told. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeletionIT {

    private static final String JOBS = "/api/v1/ocr/";
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 6;

    @Inject
    Database database;

    @Test
    void who_deletes_a_job_waits_for_nobody_who_waits_for_them() throws Exception {
        Api api = Account.pro(10_000).api();
        long before = deadlocks();
        try (var worker = SimulatedWorker.start();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            worker.goOn();
            byte[] file = Files.pdf(12); // all of the same content, so of one original
            List<Future<Void>> all = clients.invokeAll(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<Void>) () -> deletions(api, file))
                    .toList());
            for (Future<Void> one : all) {
                one.get();
            }
        }
        assertThat(deadlocks() - before).isZero();
    }

    private static Void deletions(Api api, byte[] file) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Api.Answer submitted = api.submit(Form.of(file, "a.pdf"));
            assertThat(submitted.status()).as(submitted.body()).isIn(200, 202);
            Api.Answer deleted = api.delete(JOBS + submitted.text("uuid") + "/");
            assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        }
        return null;
    }

    /** Those that the database has found and ended so far. */
    private long deadlocks() {
        return database.withoutTransaction(
                sql -> sql.row("select deadlocks from pg_stat_database where datname = current_database()")
                        .orElseThrow()
                        .getLong(0));
    }
}
