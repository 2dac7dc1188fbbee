package dev.pagewright.gateway.capabilities;

import dev.pagewright.event.EventJson;
import dev.pagewright.event.WorkerPresence;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears the workers. What cannot be read is of another release, and no reason to stop. */
@ApplicationScoped
class WorkerPresenceConsumer {

    private static final Logger LOG = Logger.getLogger(WorkerPresenceConsumer.class);

    private final Workers workers;

    WorkerPresenceConsumer(Workers workers) {
        this.workers = workers;
    }

    @Incoming("worker-presence")
    @Blocking
    void hear(ConsumerRecord<String, byte[]> announcement) {
        try {
            workers.hear(EventJson.read(announcement.value(), WorkerPresence.class));
        } catch (IOException e) {
            LOG.warnf("a worker's presence cannot be read: %s", e.getClass().getSimpleName());
        }
    }
}
