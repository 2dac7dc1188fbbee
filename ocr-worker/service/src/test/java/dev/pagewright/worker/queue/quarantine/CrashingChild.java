package dev.pagewright.worker.queue.quarantine;

/** A quarantine process that dies of its page, as native code does: without a word. */
public final class CrashingChild {

    private CrashingChild() {}

    public static void main(String[] arguments) {
        Child.run(settings -> {
            Runtime.getRuntime().halt(139);
            throw new IllegalStateException("not reached");
        });
    }
}
