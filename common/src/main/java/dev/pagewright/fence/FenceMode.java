package dev.pagewright.fence;

/** Whether processes that read strangers' files are fenced in. */
public enum FenceMode {
    /** The service does not start where they cannot be. */
    REQUIRED,
    /** Where the system can; else the service says so and goes on. */
    IF_THERE,
    OFF
}
