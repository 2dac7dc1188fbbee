package dev.pagewright.gateway.relay;

import dev.pagewright.event.BrokerAccess;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The gateway's producer. Kafka's own client and not a messaging channel, because the relay needs the offset that the
 * broker gave each record. Idempotent: its retries make no duplicates and keep the order. Thread-safe.
 */
@ApplicationScoped
public class Broker {

    private final KafkaProducer<String, byte[]> producer;

    Broker(BrokerAccess access) {
        this.producer = new KafkaProducer<>(
                access.with(Map.of(
                        "client.id",
                        "gateway",
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "zstd",
                        "linger.ms",
                        0,
                        "max.block.ms",
                        20_000,
                        "delivery.timeout.ms",
                        50_000,
                        "request.timeout.ms",
                        15_000)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record);
    }

    /**
     * Sends and waits for the acknowledgement.
     *
     * @throws IllegalStateException where the broker gave none
     * @throws RefusedRecordException where it never will
     */
    public RecordMetadata sendAndAwait(ProducerRecord<String, byte[]> record) {
        return await(send(record));
    }

    static RecordMetadata await(Future<RecordMetadata> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException
                    || e.getCause() instanceof InvalidTopicException
                    || e.getCause() instanceof SerializationException
                    || e.getCause() instanceof InvalidRecordException) {
                throw new RefusedRecordException(e.getCause());
            }
            throw new IllegalStateException("the broker did not acknowledge", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not acknowledge", e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
