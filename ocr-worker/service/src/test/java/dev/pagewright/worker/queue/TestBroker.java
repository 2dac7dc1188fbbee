package dev.pagewright.worker.queue;

import dev.pagewright.embedded.TestServers;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker whose leases are short, so that tests need not wait for long ones. */
public final class TestBroker implements AutoCloseable {

    public static final Duration LEASE = Duration.ofMillis(1500);

    private final TestServers.Broker broker;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    private TestBroker(TestServers.Broker broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static TestBroker start(Path directory) throws IOException {
        return new TestBroker(TestServers.broker(directory));
    }

    public String servers() {
        return broker.bootstrapServers();
    }

    public BrokerAccess access() {
        return BrokerAccess.open(servers());
    }

    /** All topics of the product, with their share groups. */
    public void createTopics() throws InterruptedException, ExecutionException {
        for (Topics.Topic topic : Topics.all()) {
            create(topic.name());
        }
        for (String lane : Topics.lanes()) {
            group(Topics.shareGroup(lane));
        }
    }

    /** A topic and a share group of the same name. */
    public String queue(String name) throws InterruptedException, ExecutionException {
        create(name);
        group(name);
        return name;
    }

    private void create(String topic) throws InterruptedException, ExecutionException {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    private void group(String group) throws InterruptedException, ExecutionException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, group),
                        List.of(
                                set("share.auto.offset.reset", "earliest"),
                                set("share.record.lock.duration.ms", Long.toString(LEASE.toMillis())))))
                .all()
                .get();
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    public void send(String topic, String key, Object event) throws InterruptedException, ExecutionException {
        sendBytes(topic, key, event instanceof byte[] bytes ? bytes : EventJson.write(event));
    }

    private void sendBytes(String topic, String key, byte[] bytes) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(topic, key, bytes)).get();
    }

    /** Reads a topic from its beginning until enough records are as wanted, at most 30 s. */
    public List<ConsumerRecord<String, byte[]>> read(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            while (found.size() < count && System.nanoTime() - end < 0) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.close();
    }
}
