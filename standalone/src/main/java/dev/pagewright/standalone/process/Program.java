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

    /** Whether it is beyond help, so that only another start can mend it. An end of the process is noticed without this. */
    boolean stuck();

    /** Asks the process to end and returns at once. */
    void askToEnd(ProcessHandle process);
}
