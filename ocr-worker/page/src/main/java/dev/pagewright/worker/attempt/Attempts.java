package dev.pagewright.worker.attempt;

import dev.pagewright.document.PageStep;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs the steps of one page's way; where one throws, runs what stands in for it and keeps the fault, to be told on the
 * page. Never caught are what {@link EndsPage} and an {@link OutOfMemoryError}, which is not the page's alone. One page,
 * one thread.
 */
public final class Attempts {

    /** A step, or what stands in for it. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    private final StepProbe probe;
    private final Map<PageStep, Throwable> faults = new EnumMap<>(PageStep.class);

    public Attempts(StepProbe probe) {
        this.probe = probe;
    }

    public Attempts() {
        this(StepProbe.NONE);
    }

    /** @return what the step gives, or what {@code instead} does where it throws */
    public <T, X extends Exception> T at(PageStep step, Work<T, X> work, Work<T, X> instead) throws X {
        try {
            probe.begin(step);
            return work.run();
        } catch (StackOverflowError | LinkageError e) {
            note(step, e);
        } catch (Exception e) {
            if (e instanceof EndsPage end && end.endsPage()) {
                throw e;
            }
            note(step, e);
        }
        return instead.run();
    }

    /** Keeps the first fault of each step. */
    public void note(PageStep step, Throwable fault) {
        faults.putIfAbsent(step, fault);
    }

    public void note(Map<PageStep, Throwable> others) {
        others.forEach(this::note);
    }

    public boolean failed(PageStep step) {
        return faults.containsKey(step);
    }

    /** Those that failed. */
    public Set<PageStep> steps() {
        return Set.copyOf(faults.keySet());
    }

    /** What was thrown, by step. */
    public Map<PageStep, Throwable> faults() {
        return Collections.unmodifiableMap(faults);
    }
}
