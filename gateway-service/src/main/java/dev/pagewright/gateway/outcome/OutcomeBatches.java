package dev.pagewright.gateway.outcome;

import dev.pagewright.supervision.Fatal;
import dev.pagewright.supervision.Supervision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Stores outcomes, however often it takes. Three faults are told apart: a database that is away is waited for as long as it
 * takes; an outcome that can never be stored is set aside at once; a fault of the service's own is tried for a time while
 * it is alarmed about, and only that outcome is set aside then, for the reconciler to have its page read again.
 */
@ApplicationScoped
class OutcomeBatches {

    private static final Logger LOG = Logger.getLogger(OutcomeBatches.class);
    private static final long PAUSE = 500;

    private final Outcomes outcomes;
    private final DeadOutcomes dead;
    private final OutcomeSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);

    OutcomeBatches(Outcomes outcomes, DeadOutcomes dead, OutcomeSettings settings) {
        this.outcomes = outcomes;
        this.dead = dead;
        this.settings = settings;
    }

    void stop() {
        stopping.countDown();
    }

    /** Returns once each of them is stored or set aside. */
    void store(List<OutcomeConsumer.Heard> batch) throws InterruptedException {
        if (batch.isEmpty() || applied(batch)) {
            return;
        }
        List<OutcomeConsumer.Heard> left = batch;
        long end = System.nanoTime() + settings.faultPatience().toNanos();
        while (!left.isEmpty()) {
            boolean last = System.nanoTime() - end >= 0;
            List<OutcomeConsumer.Heard> failing = new ArrayList<>();
            for (OutcomeConsumer.Heard each : left) {
                if (!applied(each, last)) {
                    failing.add(each);
                }
            }
            left = failing;
            if (!left.isEmpty()) {
                pause();
            }
        }
    }

    /**
     * What a step gives, as soon as the database lets it.
     *
     * @param otherwise where the service itself fails at it: outcomes do not wait for that to be mended
     */
    <T> T waiting(Supplier<T> step, T otherwise) throws InterruptedException {
        while (true) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                Supervision.ofProcess().failed("outcome-wait", e);
                LOG.warnf(e, "outcomes wait");
                if (fault(e) == Fault.OURS) {
                    return otherwise;
                }
            }
            pause();
        }
    }

    /** All of them or none. @return false where they are to be tried one by one */
    private boolean applied(List<OutcomeConsumer.Heard> batch) throws InterruptedException {
        while (true) {
            try {
                outcomes.apply(
                        batch.stream().map(OutcomeConsumer.Heard::outcome).toList());
                return true;
            } catch (RuntimeException | Error e) {
                if (fault(e) != Fault.AWAY) {
                    return false;
                }
                Supervision.ofProcess().failed("outcome-wait", e);
                LOG.warnf(e, "%d outcomes cannot be stored and wait", batch.size());
            }
            pause();
        }
    }

    /** @return false where it is to be tried again later */
    private boolean applied(OutcomeConsumer.Heard one, boolean last) throws InterruptedException {
        while (true) {
            try {
                outcomes.apply(List.of(one.outcome()));
                return true;
            } catch (RuntimeException | Error e) {
                switch (fault(e)) {
                    case UNFIT -> {
                        LOG.warnf(e, "an outcome cannot be stored");
                        dead.bury(one.record(), "an outcome that cannot be stored");
                        return true;
                    }
                    case OURS -> {
                        Supervision.ofProcess().failed("outcome", e);
                        LOG.errorf(
                                e,
                                "the service fails at an outcome of job %s",
                                one.outcome().jobId());
                        if (last) {
                            dead.bury(one.record(), "the service fails at it");
                        }
                        return last;
                    }
                    case AWAY -> {
                        Supervision.ofProcess().failed("outcome-wait", e);
                        LOG.warnf(e, "an outcome cannot be stored and waits");
                    }
                }
            }
            pause();
        }
    }

    private static Fault fault(Throwable failure) {
        if (Fatal.is(failure)) {
            Supervision.ofProcess().failed("outcome", failure);
        }
        return Fault.of(failure);
    }

    private void pause() throws InterruptedException {
        if (stopping.await(PAUSE, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("stopping: the batch stays unacknowledged and comes again");
        }
    }
}
