package dev.pagewright.worker.queue;

import dev.pagewright.worker.page.Deadline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which jobs need no more reading, and whom to tell. Thread-safe. */
final class WantedJobs {

    private static final int REMEMBERED = 10_000;

    private final Set<String> cancelled = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Map<Deadline, String> atWork = new ConcurrentHashMap<>();

    boolean wanted(String jobId) {
        synchronized (cancelled) {
            return !cancelled.contains(jobId);
        }
    }

    /** A page is at work: its deadline is cancelled once the job is, and at once where it was before. */
    void begin(String jobId, Deadline deadline) {
        atWork.put(deadline, jobId);
        if (!wanted(jobId)) {
            deadline.cancel();
        }
    }

    void end(Deadline deadline) {
        atWork.remove(deadline);
    }

    void cancel(String jobId) {
        synchronized (cancelled) {
            cancelled.add(jobId);
        }
        atWork.forEach((deadline, job) -> {
            if (job.equals(jobId)) {
                deadline.cancel();
            }
        });
    }

    /** The worker stops: no page at work is to go on. */
    void cancelAll() {
        atWork.keySet().forEach(Deadline::cancel);
    }
}
