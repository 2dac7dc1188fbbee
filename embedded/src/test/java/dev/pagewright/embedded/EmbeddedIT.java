package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {

    @TempDir
    Path directory;

    @Test
    void aShareGroupReadsWhatWasWrittenBeforeARestart() throws Exception {
        List<Integer> ports = FreePorts.find(2);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, ports.get(0), ports.get(1))) {
            Map<String, Object> address = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(address)) {
                admin.createTopics(List.of(new NewTopic("pages", 2, (short) 1)))
                        .all()
                        .get(30, TimeUnit.SECONDS);
                admin.incrementalAlterConfigs(Map.of(
                                new ConfigResource(ConfigResource.Type.GROUP, "readers"),
                                List.of(new org.apache.kafka.clients.admin.AlterConfigOp(
                                        new org.apache.kafka.clients.admin.ConfigEntry(
                                                "share.auto.offset.reset", "earliest"),
                                        org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET))))
                        .all()
                        .get(30, TimeUnit.SECONDS);
            }
            try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("pages", "job", "page 1")).get(30, TimeUnit.SECONDS);
            }
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, ports.get(0), ports.get(1));
                var consumer = new KafkaShareConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "readers"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of("pages"));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int seen = 0;
            while (seen == 0 && System.nanoTime() < end) {
                seen += consumer.poll(Duration.ofSeconds(1)).count();
            }
            assertThat(seen).isEqualTo(1);
        }
    }

    @Test
    void theDatabaseIsDurableAndKeepsItsData() throws Exception {
        int port = FreePorts.find(1).getFirst();
        SharedPrograms.in(directory);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, port)) {
            assertThat(database.setting("fsync")).isEqualTo("on");
            assertThat(database.setting("synchronous_commit")).isEqualTo("on");
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (n int)");
            }
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, port);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.execute("select n from kept")).isTrue();
        }
    }
}
