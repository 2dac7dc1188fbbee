package dev.pagewright.standalone.process;

import java.io.IOException;

/** What a {@link Watch} keeps running: one operating system process at a time. Called by one thread at a time. */
public interface Program {

    /** A short name: of the process in the status, of its log. */
    String name();

    /** Starts the process and returns once it exists; it need not be ready. */
    ProcessHandle start() throws IOException, InterruptedException;

    /** Whether it does its work now. */
    boolean ready();

    /** Looks whether it lives. An end of the process is noticed without this. */
    Pulse pulse();

    /** Asks the process to end, without waiting for its clients, and returns at once. */
    void askToEnd(ProcessHandle process);

    /** Ends the process whatever it does; its children too, which nobody would end later. */
    default void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
