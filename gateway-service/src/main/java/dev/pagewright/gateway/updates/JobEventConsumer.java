package dev.pagewright.gateway.updates;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the job events of all replicas: each replica has a group of its own and starts at the end. */
@ApplicationScoped
class JobEventConsumer {

    private static final byte[] DELETED = "dev.pagewright.job.deleted".getBytes(StandardCharsets.UTF_8);

    private final JobUpdates updates;
    private final Event<JobDeleted> deleted;

    JobEventConsumer(JobUpdates updates, Event<JobDeleted> deleted) {
        this.updates = updates;
        this.deleted = deleted;
    }

    @Incoming("job-events")
    @Blocking
    void hear(ConsumerRecord<String, byte[]> event) {
        if (event.key() != null) {
            updates.changed(event.key());
            Header type = event.headers().lastHeader("ce_type");
            if (type != null && Arrays.equals(type.value(), DELETED)) {
                deleted.fire(new JobDeleted(event.key()));
            }
        }
    }
}
