package dev.pagewright.chat.index;

import dev.pagewright.supervision.Supervision;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows the public job events. A record that is none is put aside and the next one read; a database that is away is
 * waited for, since a deletion that is lost would keep a user's text. An event at which the service itself fails is tried for
 * a while and then put aside too, for an operator.
 */
@ApplicationScoped
class JobEventConsumer {

    private static final Logger LOG = Logger.getLogger(JobEventConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Those behind it wait so long for an event at which the service itself fails. */
    private static final Duration OWN_FAULT = Duration.ofSeconds(30);

    private final JobRepository jobs;
    private final Indexer indexer;
    private final Documents documents;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    /** Whether the last failure was a bug, and none of the database. One event at a time. */
    private volatile boolean ownFault;

    private final CountDownLatch stopping = new CountDownLatch(1);

    JobEventConsumer(
            JobRepository jobs, Indexer indexer, Documents documents, DeadLetters deadLetters, MeterRegistry meters) {
        this.jobs = jobs;
        this.indexer = indexer;
        this.documents = documents;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Incoming("job-events")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> event) throws InterruptedException {
        Optional<JobEvent> job = JobEvent.of(event);
        meters.counter(
                        "pagewright.chat.job.events",
                        "kind",
                        job.map(known -> known.kind().name()).orElse("UNREADABLE"))
                .increment();
        if (job.isEmpty()) {
            deadLetters.put(event, "no job event: its key or ce_type is missing");
            return;
        }
        Duration pause = FIRST_PAUSE;
        long end = System.nanoTime() + OWN_FAULT.toNanos();
        while (!handled(job.get())) {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; the event comes again");
            }
            if (ownFault && System.nanoTime() - end >= 0) {
                deadLetters.put(event, "the service fails at it");
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean handled(JobEvent event) {
        ownFault = false;
        try {
            switch (event.kind()) {
                case DONE -> {
                    jobs.request(event.jobId());
                    indexer.wake();
                }
                case DELETED -> documents.purge(event.jobId());
                case OTHER -> {}
            }
            return true;
        } catch (SQLException e) {
            LOG.warnf("job event of %s waits for the database: %s", event.jobId(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            Supervision.ofProcess().failed("job-event", e);
            LOG.errorf(e, "the service fails at a job event of %s", event.jobId());
            ownFault = true;
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
