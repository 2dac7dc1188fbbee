package dev.pagewright.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.Page;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Cancellation;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Original;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Workers on a real broker, with readers that do what pages may do to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageQueueIT {

    private static final String ACCOUNT = "a".repeat(32);
    private static final String ORIGINAL = BlobKeys.original(ACCOUNT, "b".repeat(64));

    @TempDir
    private static Path directory;

    private @Nullable TestBroker started;
    private @Nullable DirectoryBlobStore store;
    private int jobs;
    private String job = "";

    @BeforeAll
    void startBroker() throws Exception {
        started = TestBroker.start(directory.resolve("broker"));
        store = new DirectoryBlobStore(directory.resolve("blobs"));
        blobs().put(ORIGINAL, new byte[] {1});
        broker().createTopics();
    }

    @AfterAll
    void stopBroker() {
        broker().close();
    }

    @BeforeEach
    void nextJob() {
        job = "%032x".formatted(++jobs);
    }

    @Test
    void aPageIsStoredAndTold() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        try (TestWorker worker = worker(FakeReader.Trouble.NONE)) {
            worker.start();
            List<PageOutcome> outcomes = outcomes(2);

            assertThat(outcomes).first().isEqualTo(new PageOutcome.Started(job, 1, 0));
            PageOutcome.Read read = (PageOutcome.Read) outcomes.get(1);
            assertThat(read.documentKey()).isEqualTo(BlobKeys.page(ACCOUNT, job, 0, 1));
            assertThat(read.language()).isEqualTo("en");
            assertThat(read.words()).isEqualTo(2);
            Page page = PageCodec.read(blobs().get(read.documentKey()).orElseThrow());
            assertThat(page.blocks()).hasSize(1);
        }
    }

    @Test
    void anUnreadablePageIsToldAndEveryLaneIsServed() throws Exception {
        int index = 0;
        for (String lane : Topics.lanes()) {
            send(lane, page(index++));
        }
        try (TestWorker worker = worker(FakeReader.Trouble.CORRUPT)) {
            worker.start();
            assertThat(outcomes(4))
                    .filteredOn(PageOutcome.Failed.class::isInstance)
                    .map(outcome -> (PageOutcome.Failed) outcome)
                    .allMatch(failed -> failed.code().equals("page_corrupt"))
                    .extracting(PageOutcome.Failed::pageIndex)
                    .containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void aPageOfMoreWordsThanAnyIsToldAsTooLargeAndNotStored() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        try (TestWorker worker = worker(FakeReader.Trouble.ENDLESS)) {
            worker.start();

            assertThat(outcomes(2)).last().isInstanceOfSatisfying(PageOutcome.Failed.class, failed -> {
                assertThat(failed.code()).isEqualTo("page_too_large");
                assertThat(failed.detail()).contains("split it");
            });
            assertThat(blobs().list(BlobKeys.job(ACCOUNT, job))).isEmpty();
        }
    }

    @Test
    void aRecordThatIsNoTaskGoesToTheDeadLettersAndHoldsNobodyUp() throws Exception {
        byte[] nonsense = "{\"type\":\"unheard-of\"}".getBytes(StandardCharsets.UTF_8);
        broker().send(Topics.TASKS_STANDARD, job, nonsense);
        send(Topics.TASKS_STANDARD, page(0));
        try (TestWorker worker = worker(FakeReader.Trouble.NONE)) {
            worker.start();
            assertThat(outcomes(2)).hasSize(2);

            ConsumerRecord<String, byte[]> letter = broker().read(
                            Topics.DEAD_LETTERS, 1, record -> job.equals(record.key()))
                    .getFirst();
            assertThat(letter.value()).isEqualTo(nonsense);
            assertThat(new String(letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                    .isEqualTo("not a worker task");
        }
    }

    @Test
    void aCancelledPageIsLeftWithoutAnOutcome() throws Exception {
        send(Topics.TASKS_EXPRESS, page(0));
        FakeReader reader = new FakeReader(FakeReader.Trouble.SLOW);
        try (TestWorker worker = worker(reader, TestSettings.USUAL)) {
            worker.start();
            assertThat(reader.begun.await(20, TimeUnit.SECONDS)).isTrue();

            broker().send(Topics.CANCELLATIONS, job, new Cancellation(job));
            assertThat(reader.cancelled.await(5, TimeUnit.SECONDS)).isTrue();

            String cancelled = job;
            nextJob();
            reader.mayGoOn.release();
            send(Topics.TASKS_EXPRESS, page(0));
            assertThat(outcomes(2)).hasSize(2);
            job = cancelled;
            assertThat(outcomes(1)).containsExactly(new PageOutcome.Started(job, 1, 0));
        }
    }

    @Test
    void aThreadThatDoesNotComeBackCostsItsPageAlone() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        FakeReader reader = new FakeReader(FakeReader.Trouble.STUCK);
        WorkerSettings settings = TestSettings.USUAL.withPageTime(Duration.ofMillis(300), Duration.ofMillis(200));
        try (TestWorker worker = worker(reader, settings)) {
            worker.start();
            PageOutcome.Failed failed = (PageOutcome.Failed) outcomes(2).getLast();

            assertThat(failed.code()).isEqualTo("page_timeout");
            assertThat(worker.ended.await(5, TimeUnit.SECONDS)).isTrue();
            reader.mayGoOn.release(100);
        }
    }

    @Test
    void aPageThatAWorkerFailedAtEndsInQuarantine() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        try (TestWorker worker = worker(FakeReader.Trouble.FAULT)) {
            worker.start();
            PageOutcome.Failed failed = (PageOutcome.Failed) outcomes(2).getLast();

            assertThat(failed.code()).isEqualTo("page_crashed");
        }
    }

    @Test
    void aWorkerThatStopsReleasesWhatItCannotFinish() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        FakeReader reader = new FakeReader(FakeReader.Trouble.SLOW);
        TestWorker stopping = worker(reader, TestSettings.USUAL.withStop(Duration.ofMillis(200)));
        stopping.start();
        assertThat(reader.begun.await(20, TimeUnit.SECONDS)).isTrue();
        stopping.close();

        try (TestWorker next = worker(FakeReader.Trouble.NONE)) {
            next.start();
            // a second delivery is read in quarantine, which crashes in these tests
            assertThat(outcomes(3)).last().isInstanceOf(PageOutcome.Failed.class);
        }
    }

    @Test
    void aPageWhoseOutcomeNobodyAcknowledgedIsReadAgain() throws Exception {
        send(Topics.TASKS_STANDARD, page(0));
        FakeReader reader = new FakeReader(FakeReader.Trouble.NONE);
        try (TestWorker unheard = new TestWorker(
                broker().access(),
                BrokerAccess.open(
                        "127.0.0.1:" + dev.pagewright.embedded.FreePorts.find(1).getFirst()),
                blobs(),
                directory.resolve("unheard"),
                reader,
                TestSettings.USUAL)) {
            unheard.start();
            assertThat(reader.begun.await(20, TimeUnit.SECONDS)).isTrue();
        }

        try (TestWorker next = worker(FakeReader.Trouble.NONE)) {
            next.start();
            assertThat(outcomes(2)).last().isInstanceOf(PageOutcome.Failed.class);
        }
    }

    @Test
    void theDocumentPassSettlesItsPages() throws Exception {
        List<@Nullable String> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String key = BlobKeys.page(ACCOUNT, job, i, 1);
            blobs().put(
                            key,
                            PageCodec.write(new PageBuilder(i)
                                    .language(i == 0 ? "en" : "de")
                                    .heading(2, "Kapitel " + i)
                                    .paragraph("Ein Absatz mit einigen Worten auf Seite " + i)
                                    .build()));
            keys.add(key);
        }
        keys.set(3, null);
        broker().send(Topics.TASKS_EXPRESS, job, new WorkerTask.Assemble(job, ACCOUNT, 2, null, 7, keys));
        try (TestWorker worker = worker(FakeReader.Trouble.NONE)) {
            worker.start();
            PageOutcome.Assembled pass = (PageOutcome.Assembled) outcomes(1).getFirst();

            assertThat(pass.attempt()).isEqualTo(2);
            assertThat(pass.revision()).isEqualTo(7);
            assertThat(pass.language()).isEqualTo("de");
            assertThat(pass.changedPages()).isNotEmpty().doesNotContainKey(3);
            for (var changed : pass.changedPages().entrySet()) {
                assertThat(changed.getValue()).isEqualTo(BlobKeys.assembledPage(ACCOUNT, job, changed.getKey(), 7));
                assertThat(blobs().size(changed.getValue())).isPresent();
            }
        }
    }

    private TestWorker worker(FakeReader.Trouble trouble) throws IOException {
        return worker(new FakeReader(trouble), TestSettings.USUAL);
    }

    private TestWorker worker(FakeReader reader, WorkerSettings settings) throws IOException {
        return new TestWorker(broker(), blobs(), directory.resolve("worker"), reader, settings);
    }

    private WorkerTask page(int index) {
        return new WorkerTask.ReadPage(
                job,
                ACCOUNT,
                1,
                null,
                index,
                index + 1,
                new Original(ORIGINAL, "application/pdf", 1, null),
                new TaskOptions("cpu", "auto", "auto"));
    }

    private void send(String lane, WorkerTask task) throws Exception {
        broker().send(lane, task.jobId(), task);
    }

    /** What was told of the test's job: at least so many outcomes, in order. */
    private List<PageOutcome> outcomes(int count) {
        return broker().read(Topics.PAGE_OUTCOMES, count, record -> job.equals(record.key())).stream()
                .map(record -> {
                    try {
                        return EventJson.read(record.value(), PageOutcome.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private TestBroker broker() {
        return Objects.requireNonNull(started);
    }

    private DirectoryBlobStore blobs() {
        return Objects.requireNonNull(store);
    }
}
