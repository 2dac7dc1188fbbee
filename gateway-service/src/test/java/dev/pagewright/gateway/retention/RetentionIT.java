package dev.pagewright.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is deleted, or over, is nowhere any more: looked for by its bytes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RetentionIT {

    private static final String JOBS = "/api/v1/ocr/";

    private static SimulatedWorker worker;

    @Inject
    Database database;

    @Inject
    BlobStore blobs;

    @Inject
    ExpiredJobs expired;

    @Inject
    OrphanBlobs orphans;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("DELETE: neither blob store nor database has a byte of it")
    void a_deleted_job_is_gone_from_blobs_and_rows() throws Exception {
        Api api = Api.account("free");
        String marker = "marker-" + System.nanoTime();
        String uuid = api.submit(Form.of(Files.pdf(2), marker + ".pdf")
                        .field("password", marker)
                        .field("webhook_url", "http://127.0.0.1:10009/" + marker))
                .text("uuid");
        assertThat(blobsOf(uuid)).isNotEmpty();
        assertThat(rowsWith(uuid)).isNotEmpty();

        assertThat(api.delete(JOBS + uuid + "/").status()).isEqualTo(204);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(blobsOf(uuid)).isEmpty();
            assertThat(rowsWith(marker)).isEmpty();
            // the ledger keeps the job's number, and a second purge is noted for late writers
            assertThat(rowsWith(uuid)).isSubsetOf("ledger_entry", "purge");
        });
    }

    @Test
    @DisplayName("the same content in two jobs and two accounts: one DELETE takes only its own")
    void a_shared_original_stays_until_its_last_job_goes() throws Exception {
        Api api = Api.account("free");
        Api other = Api.account("free");
        byte[] file = Files.pdf(1);
        String first = api.submit(Form.of(file, "a.pdf")).text("uuid");
        String second = api.submit(Form.of(file, "a.pdf")).text("uuid");
        String foreign = other.submit(Form.of(file, "a.pdf")).text("uuid");
        assertThat(originals(api)).hasSize(1);

        api.delete(JOBS + first + "/");
        assertThat(originals(api)).hasSize(1);
        api.delete(JOBS + second + "/");

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(originals(api))
                .isEmpty());
        assertThat(originals(other)).hasSize(1);
        assertThat(other.get(JOBS + foreign + "/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a job goes when its plan's time is over, and only then")
    void a_job_is_kept_as_long_as_its_plan_says() throws Exception {
        Api free = Api.account("free");
        Api internal = Api.account("internal");
        String old = age(free.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid"), 31);
        String young = age(free.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid"), 29);
        String kept = age(internal.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid"), 3_000);

        expired.sweep();

        assertThat(free.get(JOBS + old + "/").status()).isEqualTo(404);
        assertThat(free.get(JOBS + young + "/").status()).isEqualTo(200);
        assertThat(internal.get(JOBS + kept + "/").status()).isEqualTo(200);
        assertThat(free.get("/api/v1/account/").json().path("used").asInt())
                .as("what was read stays used")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a blob that belongs to nothing goes, once two sweeps have found it so")
    void orphans_are_swept() throws Exception {
        Api api = Api.account("free");
        String uuid = api.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
        String account = account(api);
        String original = "accounts/" + account + "/originals/0000-left-behind";
        String page = "accounts/" + account + "/jobs/0123456789abcdef0123456789abcdef/pages/0-a1.json.gz";
        blobs.put(original, new byte[] {1});
        blobs.put(page, new byte[] {1});

        orphans.sweep();
        assertThat(blobs.size(original)).isPresent();
        orphans.sweep();

        assertThat(blobs.size(original)).isEmpty();
        assertThat(blobs.size(page)).isEmpty();
        assertThat(api.get(JOBS + uuid + "/").text("text")).contains("Page 1 of the document.");
    }

    private String age(String uuid, int days) {
        database.inTransaction(sql ->
                sql.update("update job set finished_at = now() - make_interval(days => $2) where id = $1", uuid, days));
        return uuid;
    }

    private static String account(Api api) throws IOException, InterruptedException {
        return api.get("/api/v1/account/").text("id");
    }

    private List<String> originals(Api api) throws IOException, InterruptedException {
        return blobs.list("accounts/" + account(api) + "/originals");
    }

    private static List<Path> blobsOf(String uuid) throws IOException {
        Path root = ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class);
        try (var files = java.nio.file.Files.walk(root)) {
            return files.filter(java.nio.file.Files::isRegularFile)
                    .filter(file -> file.toString().contains(uuid))
                    .toList();
        }
    }

    /** Tables of the schema that have the text anywhere in a row. */
    private List<String> rowsWith(String text) {
        return database.inTransaction(sql -> {
            List<String> tables = new ArrayList<>();
            for (var table : sql.rows("select tablename from pg_tables where schemaname = 'public'")) {
                String name = table.getString(0);
                boolean found = !sql.rows(
                                "select 1 from %s t where position($1 in t::text) > 0 limit 1".formatted(name), text)
                        .isEmpty();
                if (found) {
                    tables.add(name);
                }
            }
            return tables;
        });
    }
}
