package dev.pagewright.gateway.updates;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the job events of all replicas: each replica has a group of its own and starts at the end. */
@ApplicationScoped
class JobEventConsumer {

    private final JobUpdates updates;

    JobEventConsumer(JobUpdates updates) {
        this.updates = updates;
    }

    @Incoming("job-events")
    @Blocking
    void hear(ConsumerRecord<String, byte[]> event) {
        if (event.key() != null) {
            updates.changed(event.key());
        }
    }
}
