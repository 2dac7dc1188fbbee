package dev.pagewright.gateway.job;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller's jobs; somebody else's is as unknown as none. Blocks; thread-safe. */
@ApplicationScoped
public class OwnJobs {

    private final Jobs jobs;

    OwnJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** @throws ProblemException 404 {@code job_not_found} */
    public JobRecord require(Caller caller, String uuid) {
        return (Ids.wellFormed(uuid) ? jobs.find(caller.accountId(), uuid) : Optional.<JobRecord>empty())
                .orElseThrow(OwnJobs::unknown);
    }

    /** @throws ProblemException 404; 409 {@code job_not_finished} */
    public JobRecord requireFinished(Caller caller, String uuid) {
        JobRecord job = require(caller, uuid);
        if (!JobAnswers.finished(job)) {
            throw new ProblemException(
                    ErrorCode.JOB_NOT_FINISHED, "The job is still being read; ask again once its status is \"done\".");
        }
        return job;
    }

    /** @throws ProblemException 404; 409 {@code job_not_finished}, {@code job_failed} */
    public JobRecord requireDone(Caller caller, String uuid) {
        JobRecord job = requireFinished(caller, uuid);
        if (job.status().equals("failed")) {
            throw new ProblemException(
                    ErrorCode.JOB_FAILED,
                    "No page of the job could be read, so there is nothing of it but its JSON; retry it, or send another file.");
        }
        return job;
    }

    static ProblemException unknown() {
        return new ProblemException(
                ErrorCode.JOB_NOT_FOUND,
                "There is no such job in this account; check its uuid, it may have been deleted.");
    }
}
