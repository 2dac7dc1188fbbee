package dev.pagewright.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Blobs of deleted jobs on the real disk, one of which cannot be deleted; and a commit that fails. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PurgerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JOBS = "/api/v1/ocr/";

    @Inject
    Database database;

    @Inject
    BlobStore blobs;

    @Inject
    Purger purger;

    @Test
    void a_blob_that_cannot_be_deleted_keeps_no_other() throws Exception {
        Api api = Api.account("free");
        try (var worker = SimulatedWorker.start()) {
            worker.goOn();
            String first = submit(api, dev.pagewright.gateway.testing.Files.pdf(1));
            String second = submit(api, dev.pagewright.gateway.testing.Files.pdf(2));
            List<String> originals = originals(api);
            assertThat(originals).hasSize(2);
            Path stubborn = file(original(first));
            byte[] content = Files.readAllBytes(stubborn);
            Files.delete(stubborn);
            Files.createDirectories(stubborn.resolve("not-empty")); // a delete of it fails, as on a disk with a fault

            api.delete(JOBS + first + "/");
            api.delete(JOBS + second + "/");

            Awaitility.await().atMost(PATIENCE).until(() -> originals(api).isEmpty() && waiting(api) == 1);
            assertThat(Files.exists(stubborn)).isTrue();

            Files.delete(stubborn.resolve("not-empty"));
            Files.delete(stubborn);
            Files.write(stubborn, content);
            database.withoutTransaction(
                    sql -> sql.update("update purge set not_before = now() where blob_key is not null"));
            purger.purge();

            assertThat(Files.exists(stubborn)).isFalse();
            assertThat(waiting(api)).isZero();
        }
    }

    @Test
    void no_blob_goes_before_the_commit_that_frees_it() throws Exception {
        Api api = Api.account("free");
        try (var worker = SimulatedWorker.start()) {
            worker.goOn();
            byte[] content = dev.pagewright.gateway.testing.Files.pdf(3);
            String uuid = submit(api, content);
            refuseCommit();

            api.delete(JOBS + uuid + "/");
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> purger.purge())
                    .hasMessageContaining("not now"));

            String again = submit(api, content);
            assertThat(blobs.size(original(again)))
                    .as("its row is still there, and the new job uses it")
                    .isPresent();
        } finally {
            allowCommit();
        }
    }

    private static String submit(Api api, byte[] content) throws IOException, InterruptedException {
        String uuid = api.submit(Form.of(content, "a.pdf")).text("uuid");
        api.ended(uuid);
        return uuid;
    }

    private String original(String uuid) {
        return database.withoutTransaction(sql -> sql.row(
                        "select o.blob_key from original o join job j on j.account_id = o.account_id and j.original_sha256 = o.sha256 where j.id = $1",
                        uuid)
                .orElseThrow()
                .getString("blob_key"));
    }

    private List<String> originals(Api api) throws IOException, InterruptedException {
        return blobs.list("accounts/" + account(api) + "/originals");
    }

    private static String account(Api api) throws IOException, InterruptedException {
        return api.get("/api/v1/account/").text("id");
    }

    private int waiting(Api api) throws IOException, InterruptedException {
        String account = account(api);
        return database.withoutTransaction(
                sql -> sql.rows("select 1 from purge where account_id = $1 and blob_key is not null", account)
                        .size());
    }

    private static Path file(String key) {
        return ConfigProvider.getConfig()
                .getValue("pagewright.blob-directory", Path.class)
                .resolve(key);
    }

    private void refuseCommit() {
        database.withoutTransaction(
                sql -> sql.rows(
                        "create or replace function no_commit() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$"));
        database.withoutTransaction(sql -> sql.rows("""
                create constraint trigger no_commit after delete on original deferrable initially deferred
                for each row execute function no_commit()"""));
    }

    private void allowCommit() {
        database.withoutTransaction(sql -> sql.rows("drop trigger if exists no_commit on original"));
    }
}
