package dev.pagewright.gateway.outcome;

import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageKey;
import dev.pagewright.gateway.job.PageRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs that a transaction holds, and pages of them.
 *
 * @param jobs by id; without those that are gone
 * @param active accounts of jobs that are to be translated
 */
record LockedJobs(Map<String, Job> jobs, Map<PageKey, Page> pages, Set<String> active) {

    Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    Optional<Page> page(String jobId, int index) {
        return Optional.ofNullable(pages.get(new PageKey(jobId, index)));
    }

    /** All pages of the job, in order. */
    List<Page> pages(Job job) {
        return PageRepository.all(job).stream()
                .map(key -> Optional.ofNullable(pages.get(key))
                        .orElseThrow(() -> new IllegalStateException(
                                "page %d of job %s is not held".formatted(key.index(), key.jobId()))))
                .toList();
    }
}
