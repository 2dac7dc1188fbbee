package dev.pagewright.chat.index;

import dev.pagewright.chat.inner.ProblemException;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Documents that can be asked, the most recent of them in memory. One that is not indexed yet is, by whoever asks
 * first. Thread-safe; calls block.
 */
@Singleton
public class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class);
    /** About 4 KB each with its words: what all documents in memory have together. */
    private static final int MOST_PASSAGES = 20_000;
    /** In pages: documents that have their vectors before anybody asks. */
    private static final int SHORT = 20;

    private final JobRepository jobs;
    private final PassageRepository passages;
    private final DocumentReader reader;
    private final Embedder embedder;
    private final Map<String, AskedDocument> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Object[] stripes = new Object[32];

    Documents(JobRepository jobs, PassageRepository passages, DocumentReader reader, Embedder embedder) {
        this.jobs = jobs;
        this.passages = passages;
        this.reader = reader;
        this.embedder = embedder;
        Arrays.setAll(stripes, i -> new Object());
    }

    /**
     * The account's document.
     *
     * @throws ProblemException 404 for a job that is not the account's, 409 for one that is not finished or failed
     */
    public AskedDocument of(String jobId, String accountId) throws IOException, SQLException {
        AskedDocument document = loaded(jobId, require(jobId, accountId));
        embedder.asked(document, id -> Optional.ofNullable(recent(id)));
        return document;
    }

    /**
     * Sees to it that the account's document is indexed.
     *
     * @return its revision
     * @throws ProblemException as {@link #of}
     */
    public int require(String jobId, String accountId) throws IOException, SQLException {
        Optional<JobRepository.State> state = jobs.state(jobId);
        if (state.isEmpty() || !state.get().ready()) {
            read(jobId, accountId);
            state = jobs.state(jobId);
        }
        if (state.isEmpty() || !accountId.equals(state.get().accountId())) {
            throw unknown();
        }
        return state.get().revision();
    }

    /** Reads a job whose event has come; false for one that is gone or not finished. */
    boolean read(String jobId) throws IOException, SQLException {
        synchronized (stripes[Math.floorMod(jobId.hashCode(), stripes.length)]) {
            Optional<JobRecord> job = reader.job(jobId);
            if (job.isEmpty() || !job.get().status().equals("done")) {
                jobs.failed(jobId);
                return false;
            }
            store(job.get());
            return true;
        }
    }

    private void read(String jobId, String accountId) throws IOException, SQLException {
        synchronized (stripes[Math.floorMod(jobId.hashCode(), stripes.length)]) {
            if (jobs.state(jobId).filter(JobRepository.State::ready).isPresent()) {
                return; // another question was quicker
            }
            JobRecord job = reader.job(jobId)
                    .filter(record -> record.accountId().equals(accountId))
                    .orElseThrow(Documents::unknown);
            switch (job.status()) {
                case "done" -> {
                    jobs.request(jobId);
                    store(job);
                }
                case "failed" -> throw new ProblemException(409, ErrorCode.JOB_FAILED, "The job failed.");
                default ->
                    throw new ProblemException(
                            409, ErrorCode.JOB_NOT_FINISHED, "The job has not finished; ask again when it has.");
            }
        }
    }

    private void store(JobRecord job) throws IOException, SQLException {
        long start = System.nanoTime();
        Optional<ReadDocument> document = reader.read(job);
        if (document.isEmpty()) {
            return;
        }
        passages.store(job.uuid(), document.get());
        if (document.get().pages().size() <= SHORT) {
            embedder.read(job.uuid(), this::stored);
        }
        LOG.infof(
                "job %s: %d pages, %d passages in %d ms",
                job.uuid(),
                document.get().pages().size(),
                document.get().passages().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private Optional<AskedDocument> stored(String jobId) {
        try {
            return passages.load(jobId).map(document -> AskedDocument.of(jobId, document));
        } catch (SQLException e) {
            LOG.warnf("job %s goes without vectors until it is asked: %s", jobId, e.getMessage());
            return Optional.empty();
        }
    }

    private AskedDocument loaded(String jobId, int revision) throws SQLException {
        AskedDocument known = recent(jobId);
        if (known != null && known.revision() == revision) {
            return known;
        }
        synchronized (stripes[Math.floorMod(jobId.hashCode(), stripes.length)]) {
            known = recent(jobId);
            if (known != null && known.revision() == revision) {
                return known;
            }
            AskedDocument loaded = AskedDocument.of(jobId, passages.load(jobId).orElseThrow(Documents::unknown));
            keep(loaded);
            return loaded;
        }
    }

    private @Nullable AskedDocument recent(String jobId) {
        synchronized (recent) {
            return recent.get(jobId);
        }
    }

    private void keep(AskedDocument document) {
        synchronized (recent) {
            recent.put(document.jobId(), document);
            int kept = recent.values().stream()
                    .mapToInt(one -> one.index().passages().size())
                    .sum();
            var eldest = recent.entrySet().iterator();
            while (kept > MOST_PASSAGES && recent.size() > 1) {
                kept -= eldest.next().getValue().index().passages().size();
                eldest.remove(); // a question that still reads it keeps it
            }
        }
    }

    /** Removes the job with its passages and conversations, for good. */
    public void purge(String jobId) throws SQLException {
        jobs.purge(jobId);
        forget(jobId);
    }

    private void forget(String jobId) {
        synchronized (recent) {
            recent.remove(jobId);
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(404, ErrorCode.JOB_NOT_FOUND, "There is no such job.");
    }
}
