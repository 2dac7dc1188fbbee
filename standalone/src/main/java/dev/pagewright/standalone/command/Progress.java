package dev.pagewright.standalone.command;

import dev.pagewright.standalone.client.Job;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line that is written over as pages finish; nothing where nobody looks. Thread-safe. */
final class Progress {

    private final boolean shown = Terminal.error();
    private final Map<String, Job> running = new LinkedHashMap<>();
    private final int files;
    private int finished;

    Progress(int files) {
        this.files = files;
    }

    synchronized void on(String name, Job job) {
        running.put(name, job);
        show();
    }

    synchronized void end(String name) {
        running.remove(name);
        finished++;
        show();
    }

    synchronized void clear() {
        write("");
    }

    private void show() {
        int read = running.values().stream().mapToInt(Job::read).sum();
        int pages = running.values().stream().mapToInt(Job::pages).sum();
        String names = running.size() == 1 ? running.keySet().iterator().next() : running.size() + " files";
        String count = files > 1 ? "%d of %d files; ".formatted(finished, files) : "";
        write(running.isEmpty() ? "" : "%s%s: page %d of %d".formatted(count, names, read, pages));
    }

    private void write(String text) {
        if (shown) {
            System.err.print("\r\033[K" + text);
            System.err.flush();
        }
    }
}
