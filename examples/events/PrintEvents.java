import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints what happens to jobs, each event once. Kafka's client has to be on the class path; here the launcher's, which has it:
 *
 * <pre>java -cp "$(cat standalone/target/class-path)" examples/events/PrintEvents.java BOOTSTRAP USER PASSWORD GROUP [JOB]</pre>
 *
 * The first four stand in {@code broker} of {@code ./pagewright status --json}. With a job's id it ends when that job has.
 */
class PrintEvents {

    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(arguments[1], arguments[2]),
                "group.id", arguments[3] + ".print-events",
                "auto.offset.reset", "earliest");
        String job = arguments.length > 4 ? arguments[4] : "";
        Set<String> seen = new HashSet<>(); // events come at least once; a real consumer keeps the last ids in its store
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("pagewright.job-events"));
            boolean ended = false;
            while (!ended) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    String type = header(record.headers().lastHeader("ce_type").value());
                    if (seen.add(header(record.headers().lastHeader("ce_id").value()))) {
                        System.out.println(record.key() + " " + type);
                    }
                    ended |= record.key().equals(job) && (type.endsWith(".job.done") || type.endsWith(".job.failed"));
                }
                consumer.commitSync();
            }
        }
    }

    private static String header(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
