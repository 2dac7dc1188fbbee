package dev.pagewright.gateway.queue;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the broker and the database knew of the tasks at one moment, and how far outcomes must be heard before it proves
 * anything: a worker ends a task only after the broker has its outcome, so once every outcome is heard that was written
 * before the moment's end was read, a task that was over by then and has no outcome is lost. It stays true however late
 * the outcomes are heard.
 *
 * @param before a task must have been sent before this, or it may be newer than the moment
 * @param lanes what was known of each lane; a lane whose broker did not answer is left out
 * @param outcomes end offsets of the outcomes, by partition
 */
record Evidence(OffsetDateTime before, Map<Lane, Tasks> lanes, Map<Integer, Long> outcomes) {

    /**
     * A lane's tasks, each map by partition.
     *
     * @param starts the share group's start offset: what lies before was ended, or given up after too many deliveries
     * @param noted the greatest offset that the database had of a task, read before the ends
     * @param ends the log's end: a noted task at or behind it is no longer there, because the broker lost its data
     */
    record Tasks(Map<Integer, Long> starts, Map<Integer, Long> noted, Map<Integer, Long> ends) {

        Integer[] partitions() {
            TreeSet<Integer> all = new TreeSet<>(starts.keySet());
            all.addAll(ends.keySet());
            return all.toArray(Integer[]::new);
        }

        Long[] startOffsets() {
            return offsets(starts, 0);
        }

        Long[] notedOffsets() {
            return offsets(noted, -1);
        }

        Long[] endOffsets() {
            return offsets(ends, Long.MAX_VALUE);
        }

        private Long[] offsets(Map<Integer, Long> known, long unknown) {
            Long[] offsets = new Long[partitions().length];
            int place = 0;
            for (Integer partition : partitions()) {
                offsets[place++] = known.getOrDefault(partition, unknown);
            }
            return offsets;
        }
    }

    /**
     * How far the outcomes are heard now, each map by partition.
     *
     * @param starts of what the log still has
     * @param committed by the gateways; no entry where they never heard any
     * @param ends of the log, read after the commits
     */
    record Heard(Map<Integer, Long> starts, Map<Integer, Long> committed, Map<Integer, Long> ends) {}

    /** Whether all outcomes are heard that were written before. */
    boolean proves(Heard heard) {
        return outcomes.entrySet().stream().allMatch(end -> {
            int partition = end.getKey();
            long written = end.getValue();
            long committed = heard.committed().getOrDefault(partition, 0L);
            boolean gone = heard.starts().getOrDefault(partition, 0L) >= written; // nothing is left to be heard
            // a commit behind the log's end is of a log that is lost
            return gone || (committed >= written && committed <= heard.ends().getOrDefault(partition, 0L));
        });
    }

    /** Whether the log of the outcomes is no longer the one that was looked at: then this can never prove anything. */
    boolean outdated(Heard heard) {
        return outcomes.entrySet().stream()
                .anyMatch(end -> heard.ends().getOrDefault(end.getKey(), 0L) < end.getValue());
    }
}
