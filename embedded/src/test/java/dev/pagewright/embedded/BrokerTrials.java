package dev.pagewright.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tries what a user of the broker may do, by doing it. */
final class BrokerTrials {

    private static final Duration SOON = Duration.ofSeconds(20);

    @FunctionalInterface
    private interface Trial {
        /** @return whether it was done; false: not yet */
        boolean done() throws Exception;
    }

    private final Map<String, Object> settings;

    BrokerTrials(Map<String, Object> access, String servers) {
        this.settings = new HashMap<>(access);
        settings.put("bootstrap.servers", servers);
    }

    boolean writes(String topic) throws Exception {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return allowed(() -> producer.send(new ProducerRecord<>(topic, "key", "value"))
                    .get(20, TimeUnit.SECONDS)
                    .hasOffset());
        }
    }

    boolean reads(String topic) throws Exception {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var all = List.of(new TopicPartition(topic, 0));
            consumer.assign(all);
            consumer.seek(all.getFirst(), 0);
            return allowed(() -> {
                consumer.poll(Duration.ofMillis(50));
                return consumer.currentLag(all.getFirst()).isPresent(); // an answer has come
            });
        }
    }

    boolean joins(String group) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            return allowed(() -> {
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(20, TimeUnit.SECONDS);
                return true;
            });
        }
    }

    boolean shares(String topic, String group) throws Exception {
        Map<String, Object> member = new HashMap<>(settings);
        member.put("group.id", group);
        try (var consumer = new KafkaShareConsumer<>(member, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return allowed(() -> consumer.poll(Duration.ofMillis(100)).count() > 0);
        }
    }

    boolean creates(String topic) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            return allowed(() -> {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get(20, TimeUnit.SECONDS);
                return true;
            });
        }
    }

    boolean governs() throws Exception {
        try (Admin admin = Admin.create(settings)) {
            return allowed(() -> {
                admin.describeAcls(AclBindingFilter.ANY).values().get(20, TimeUnit.SECONDS);
                return true;
            });
        }
    }

    private static boolean allowed(Trial trial) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                if (trial.done()) {
                    return true;
                }
            } catch (AuthorizationException e) {
                return false;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    return false;
                }
                throw e;
            }
        }
        throw new AssertionError("neither done nor refused");
    }
}
