package dev.pagewright.gateway.job;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.stored.DamagedPageException;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds pages that were read and of which what was stored is missing or damaged. Blocks. */
@ApplicationScoped
class DamagedPages {

    private final Jobs jobs;
    private final PageDocuments documents;

    DamagedPages(Jobs jobs, PageDocuments documents) {
        this.jobs = jobs;
        this.documents = documents;
    }

    /**
     * Reads every page of the job, one after the other.
     *
     * @return keys of what cannot be read, by the page's index
     * @throws IOException where the blob store is away
     */
    Map<Integer, String> of(JobRecord job) throws IOException {
        Map<Integer, String> damaged = new TreeMap<>();
        for (Jobs.PageRow row : jobs.pages(job)) {
            if (row.status().equals("done") && row.documentKey() != null && damaged(row)) {
                damaged.put(row.index(), row.documentKey());
            }
        }
        return damaged;
    }

    private boolean damaged(Jobs.PageRow row) throws IOException {
        try {
            Optional<PageDocuments.Held> page = documents.read(row);
            page.ifPresent(PageDocuments.Held::close);
            return false;
        } catch (DamagedPageException | NoSuchFileException e) {
            return true;
        }
    }
}
