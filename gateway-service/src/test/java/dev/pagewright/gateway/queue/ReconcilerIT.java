package dev.pagewright.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.Topics;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Tasks that workers took and never answered, on the real broker. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReconcilerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String JOBS = "/api/v1/ocr/";

    @Inject
    Database database;

    @Test
    void a_lost_page_is_found_while_outcomes_come_without_a_pause() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        AtomicLong sent = new AtomicLong();
        Thread flood = Thread.ofVirtual().start(() -> flood(over, sent));
        try (var worker = SimulatedWorker.start()) {
            worker.lose(task ->
                    task instanceof WorkerTask.ReadPage page && page.pageNumber() == 2 && lost.incrementAndGet() == 1);

            String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");

            assertThat(ended(Api.demo(), uuid).text("status")).isEqualTo("done");
            assertThat(lost).hasValue(2);
            assertThat(sent.get()).as("outcomes meanwhile").isGreaterThan(50);
        } finally {
            over.countDown();
            flood.join();
        }
    }

    @Test
    void tasks_of_a_broker_that_lost_its_data_are_sent_again() throws Exception {
        try (var worker = SimulatedWorker.start()) {
            // offsets that the new log will not have for long
            ended(
                    Api.demo(),
                    Api.demo().submit(Form.of(Files.pdf(30), "before.pdf")).text("uuid"));
            worker.hold();
        }
        String uuid = Api.demo().submit(Form.of(Files.pdf(8), "a.pdf")).text("uuid");
        Awaitility.await().atMost(PATIENCE).until(() -> released(uuid) > 0);

        loseLog(Topics.TASKS_STANDARD);

        try (var worker = SimulatedWorker.start()) {
            worker.goOn();
            assertThat(ended(Api.demo(), uuid).text("status")).isEqualTo("done");
        }
    }

    @Test
    void a_page_that_is_lost_every_time_is_given_up_and_a_retry_counts_anew() throws Exception {
        Set<Integer> attempts = ConcurrentHashMap.newKeySet();
        try (var worker = SimulatedWorker.start()) {
            worker.lose(task -> task instanceof WorkerTask.ReadPage page
                    && page.pageNumber() == 2
                    && attempts.add(page.attempt())
                    && attempts.size() != 7); // four sendings, and three of the retry
            Api api = Api.demo();
            String uuid = api.submit(Form.of(Files.pdf(2), "a.pdf")).text("uuid");
            Api.Answer first = ended(api, uuid);
            assertThat(first.json().path("pages").path(1).path("error").asText())
                    .isEqualTo("page_lost");
            assertThat(attempts).hasSize(4);

            api.post(JOBS + uuid + "/retry/", "");

            assertThat(ended(api, uuid)
                            .json()
                            .path("pages")
                            .path(1)
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            assertThat(attempts).hasSize(7);
        }
    }

    @Test
    void a_document_pass_that_is_lost_every_time_leaves_the_pages_as_they_were_read() throws Exception {
        List<String> passes = new CopyOnWriteArrayList<>();
        try (var worker = SimulatedWorker.start()) {
            worker.lose(task -> task instanceof WorkerTask.Assemble pass && passes.add(pass.jobId()));
            String uuid = Api.demo().submit(Form.of(Files.pdf(2), "a.pdf")).text("uuid");

            Api.Answer job = ended(Api.demo(), uuid);

            assertThat(job.text("status")).isEqualTo("done");
            assertThat(job.text("text")).contains("Page 2 of the document.");
            assertThat(passes).filteredOn(uuid::equals).hasSize(4);
        }
    }

    @Test
    void a_pass_that_nobody_was_sent_is_sent_again() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        try (var worker = SimulatedWorker.start()) {
            worker.lose(task -> task instanceof WorkerTask.Assemble && passes.incrementAndGet() == 1);
            String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");
            Awaitility.await().atMost(PATIENCE).until(() -> passes.get() > 0);
            // as if its row had been refused by the broker and buried
            database.inTransaction(sql -> sql.update(
                    "update job set assemble_partition = null, assemble_offset = null where id = $1 and phase = 'assemble'",
                    uuid));

            assertThat(ended(Api.demo(), uuid).text("status")).isEqualTo("done");
        }
    }

    private int released(String uuid) {
        return database.withoutTransaction(sql -> sql.rows(
                        "select 1 from page where job_id = $1 and status = 'released' and task_offset is not null",
                        uuid))
                .size();
    }

    private static Api.Answer ended(Api api, String uuid) {
        List<Api.Answer> answers = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            Api.Answer answer = api.get(JOBS + uuid + "/");
            answers.add(answer);
            return Set.of("done", "failed").contains(answer.text("status"));
        });
        return answers.getLast();
    }

    /** Outcomes of jobs that are not there, to every partition and never a pause: their ends move all the time. */
    private static void flood(CountDownLatch over, AtomicLong sent) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                for (int i = 0; i < 2; i++) {
                    String job = "%032x".formatted(sent.incrementAndGet());
                    var ignored = producer.send(new ProducerRecord<>(
                            Topics.PAGE_OUTCOMES, job, EventJson.write(new PageOutcome.Started(job, 1, 0))));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a broker that lost its data: the topic is gone. The service makes it again, empty: offsets start at 0. */
    private static void loseLog(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
            Uuid before = id(admin, topic);
            admin.deleteTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> !id(admin, topic)
                    .equals(before));
        }
    }

    private static Uuid id(Admin admin, String topic) throws Exception {
        return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(30, TimeUnit.SECONDS)
                        .get(topic))
                .topicId();
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
