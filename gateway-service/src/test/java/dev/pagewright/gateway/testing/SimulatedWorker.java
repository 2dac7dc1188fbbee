package dev.pagewright.gateway.testing;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.Block;
import dev.pagewright.document.Content;
import dev.pagewright.document.Page;
import dev.pagewright.document.Translation;
import dev.pagewright.document.stored.DamagedPageException;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerPresence;
import dev.pagewright.event.WorkerTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Takes tasks from the real lanes and answers on the real topic, but opens no file: page N reads "Page N of the
 * document.". Pages can be held back and made to fail, so that a test meets every state of a job.
 */
public final class SimulatedWorker implements AutoCloseable {

    private static final int ALL = 1_000_000;

    private final BlobStore blobs;
    private final KafkaProducer<String, byte[]> producer;
    private final List<KafkaShareConsumer<String, byte[]>> consumers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Integer> failing = ConcurrentHashMap.newKeySet();
    private final Set<Integer> damaged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> untranslatable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger translations = new AtomicInteger();
    private final Semaphore allowed = new Semaphore(ALL);
    private volatile boolean changing;
    private volatile Predicate<WorkerTask> lost = task -> false;
    private volatile int milliseconds = 12;
    private volatile boolean stopped;
    private volatile @Nullable Exception broken;

    private SimulatedWorker(String servers, Path blobs) throws IOException {
        this.blobs = new DirectoryBlobStore(blobs);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        for (String lane : Topics.lanes()) {
            KafkaShareConsumer<String, byte[]> consumer = new KafkaShareConsumer<>(
                    Map.of("bootstrap.servers", servers, "group.id", Topics.shareGroup(lane)),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer.subscribe(List.of(lane));
            consumers.add(consumer);
            threads.execute(() -> run(consumer));
        }
    }

    /** Works for the gateway that the test runs against. */
    public static SimulatedWorker start() throws IOException {
        var config = ConfigProvider.getConfig();
        return new SimulatedWorker(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getValue("pagewright.blob-directory", Path.class));
    }

    /** From now on no page is read. */
    public void hold() {
        allowed.drainPermits();
    }

    /** So many pages more. */
    public void allow(int pages) {
        allowed.release(pages);
    }

    /** From now on pages are read as they come. */
    public void goOn() {
        allowed.release(ALL);
    }

    /** Pages of these numbers cannot be read from now on; none: all can. */
    public void fail(Set<Integer> numbers) {
        failing.clear();
        failing.addAll(numbers);
    }

    /** What is stored of pages of these numbers is damaged from now on. */
    public void damage(Set<Integer> numbers) {
        damaged.clear();
        damaged.addAll(numbers);
    }

    /** Pages of these numbers are read, but cannot be translated from now on. */
    public void failToTranslate(Set<Integer> numbers) {
        untranslatable.clear();
        untranslatable.addAll(numbers);
    }

    /** Pages that it has translated so far, each time that it did. */
    public int translations() {
        return translations.get();
    }

    /** Tasks of these are taken and accepted from now on, and nobody hears of them again. */
    public void lose(Predicate<WorkerTask> tasks) {
        lost = tasks;
    }

    /** Document passes change every page from now on, or say so. */
    public void changeAll() {
        changing = true;
    }

    /** What it says from now on that a page took. */
    public void pretend(int newMilliseconds) {
        milliseconds = newMilliseconds;
    }

    /** Says what it can do, as a worker does. */
    public void announce(WorkerPresence presence) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(Topics.WORKER_PRESENCE, presence.workerId(), EventJson.write(presence)))
                .get();
    }

    /** Sends an outcome that no task asked for. */
    public void answer(PageOutcome outcome) throws InterruptedException, ExecutionException {
        send(outcome);
    }

    private void run(KafkaShareConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (!stopped) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    work(EventJson.read(record.value(), WorkerTask.class));
                }
            }
        } catch (WakeupException e) {
            // the test is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | RuntimeException e) {
            broken = e;
        }
    }

    private void work(WorkerTask task) throws IOException, InterruptedException, ExecutionException {
        if (lost.test(task)) {
            return;
        }
        switch (task) {
            case WorkerTask.ReadPage page -> {
                while (!allowed.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    if (stopped) {
                        return;
                    }
                }
                send(read(page));
            }
            case WorkerTask.Assemble pass ->
                send(new PageOutcome.Assembled(pass.jobId(), pass.attempt(), pass.revision(), changed(pass), "en"));
            case WorkerTask.Translate pass -> send(translated(pass));
        }
    }

    private Map<Integer, String> changed(WorkerTask.Assemble pass) {
        Map<Integer, String> keys = new HashMap<>();
        for (int index = 0; changing && index < pass.pageKeys().size(); index++) {
            if (pass.pageKeys().get(index) != null) {
                keys.put(index, BlobKeys.assembledPage(pass.accountId(), pass.jobId(), index, pass.revision()));
            }
        }
        return keys;
    }

    private PageOutcome read(WorkerTask.ReadPage task) throws IOException {
        if (failing.contains(task.pageNumber())) {
            return new PageOutcome.Failed(
                    task.jobId(), task.attempt(), task.pageIndex(), "page_corrupt", "The page is damaged.");
        }
        Page page = new PageBuilder(task.pageIndex())
                .heading(1, "Page " + task.pageNumber())
                .paragraph("Page " + task.pageNumber() + " of the document.")
                .build();
        String key = BlobKeys.page(task.accountId(), task.jobId(), task.pageIndex(), task.attempt());
        blobs.put(key, damaged.contains(task.pageNumber()) ? new byte[] {1, 2, 3} : PageCodec.write(page));
        return new PageOutcome.Read(
                task.jobId(),
                task.attempt(),
                task.pageIndex(),
                key,
                "tesseract",
                List.of("tesseract"),
                "no_text_layer",
                "en",
                0.95,
                7,
                0,
                milliseconds);
    }

    /** Says which language each block were in; pages whose number is failing are read and not translated. */
    private PageOutcome translated(WorkerTask.Translate task) throws IOException {
        Map<Integer, String> documents = new HashMap<>();
        List<Integer> done = new ArrayList<>();
        for (int index = 0; index < task.pageKeys().size(); index++) {
            String key = task.pageKeys().get(index);
            if (key == null) {
                continue;
            }
            Page page;
            try {
                page = PageCodec.read(blobs.get(key).orElse(new byte[0]));
            } catch (DamagedPageException e) {
                continue;
            }
            translations.incrementAndGet();
            boolean fails = untranslatable.contains(page.number());
            List<Block> blocks = page.blocks().stream()
                    .map(block -> block.with(with(
                            block.content(),
                            fails
                                    ? new Translation(null, "numbers_changed")
                                    : new Translation(task.language() + ": " + block.text(), null))))
                    .toList();
            String target = BlobKeys.translatedPage(task.accountId(), task.jobId(), index, task.revision());
            blobs.put(target, PageCodec.write(page.with(blocks, page.tables())));
            documents.put(index, target);
            if (!fails) {
                done.add(index);
            }
        }
        return new PageOutcome.Translated(task.jobId(), task.attempt(), task.revision(), documents, done);
    }

    private static Content with(Content content, Translation translation) {
        return new Content(
                content.text(),
                content.box(),
                content.confidence(),
                content.lines(),
                content.unverified(),
                translation);
    }

    private void send(PageOutcome outcome) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(Topics.PAGE_OUTCOMES, outcome.jobId(), EventJson.write(outcome)))
                .get();
    }

    @Override
    public void close() {
        stopped = true;
        consumers.forEach(KafkaShareConsumer::wakeup);
        threads.shutdown();
        try {
            threads.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        if (broken != null) {
            throw new IllegalStateException("a lane was served no more", broken);
        }
    }
}
