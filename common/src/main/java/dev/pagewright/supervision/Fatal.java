package dev.pagewright.supervision;

import org.jspecify.annotations.Nullable;

/** Tells failures of a step from those after which the whole process is not to be trusted. */
public final class Fatal {

    private static final int DEEPEST = 32;

    private Fatal() {}

    /**
     * Whether the process should end: the machine has no memory or is broken, also where another exception was put
     * around that. A stack that was too small is the fault of what was worked on, and is whole again afterwards.
     */
    public static boolean is(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
