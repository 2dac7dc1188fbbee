package dev.pagewright.worker.queue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs that this worker has begun to read, the last of them. Thread-safe. */
final class StartedJobs {

    private static final int REMEMBERED = 1_000;

    private final Map<String, Boolean> jobs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether it is asked of this job for the first time. */
    synchronized boolean first(String jobId) {
        return jobs.putIfAbsent(jobId, true) == null;
    }
}
