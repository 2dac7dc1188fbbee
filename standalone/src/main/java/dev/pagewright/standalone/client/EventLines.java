package dev.pagewright.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The public topics as lines of JSON, oldest first within a partition. Joins no group: whoever looks moves nobody's place. */
public final class EventLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Map<String, Object> access;
    private final List<String> topics;
    private final @Nullable String job;

    /**
     * @param access settings of a Kafka client
     * @param job its events alone; null: all
     */
    public EventLines(Map<String, Object> access, List<String> topics, @Nullable String job) {
        this.access = Map.copyOf(access);
        this.topics = List.copyOf(topics);
        this.job = job;
    }

    /**
     * Reads what stands there, and with {@code follow} what comes, until the thread is interrupted.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker cannot be asked
     */
    public void read(boolean follow, Consumer<String> line) {
        try (var consumer = new KafkaConsumer<>(access, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (follow || partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                for (var record : consumer.poll(WAIT)) {
                    line(record).ifPresent(line);
                }
            }
        }
    }

    private Optional<String> line(ConsumerRecord<String, byte[]> record) {
        JsonNode data = data(record.value());
        if (job != null
                && !job.equals(record.key())
                && !job.equals(data.path("job").asText())) {
            return Optional.empty();
        }
        ObjectNode line = MAPPER.createObjectNode();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("key", record.key());
        for (Header header : record.headers()) {
            line.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        line.set("data", data);
        try {
            return Optional.of(MAPPER.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree can always be written
        }
    }

    private static JsonNode data(byte @Nullable [] value) {
        try {
            return value == null ? MAPPER.nullNode() : MAPPER.readTree(value);
        } catch (IOException e) {
            return MAPPER.getNodeFactory().binaryNode(value); // nothing of ours; shown all the same
        }
    }
}
