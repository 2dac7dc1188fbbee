package dev.pagewright.standalone.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that a terminal's Ctrl-C and hang-up do not reach: they go to every process of a terminal at once, and
 * would end broker and database before those who still write to them. What it writes, its owner alone can read.
 */
public final class Detached {

    private Detached() {}

    /** The same command; the process it becomes ignores SIGINT and SIGHUP, and so do its children. */
    public static List<String> command(List<String> command) {
        List<String> detached =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; umask 077; exec \"$@\"", "sh"));
        detached.addAll(command);
        return detached;
    }
}
