package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pagewright.contract.PageJson;
import dev.pagewright.document.PageResult;
import dev.pagewright.gateway.job.PageDocuments;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The public event of a page, rendered when it is sent: the outbox stays small. */
@ApplicationScoped
class PageResults {

    private static final Logger LOG = Logger.getLogger(PageResults.class);

    /** A larger page travels without its blocks, as a reference to the API. */
    private static final int LARGEST = 900_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Jobs jobs;
    private final PageDocuments documents;

    PageResults(Jobs jobs, PageDocuments documents) {
        this.jobs = jobs;
        this.documents = documents;
    }

    /**
     * A page whose document cannot be read is told as a reference too: it must not hold back those behind it.
     *
     * @return empty where the page is gone, with its job
     */
    Optional<byte[]> render(String jobId, int index) {
        Optional<Jobs.PageRow> row = jobs.findForService(jobId).flatMap(job -> jobs.page(job, index));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        try {
            return whole(jobId, row.get());
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "page %d of job %s is told as a reference", row.get().index(), jobId);
            return Optional.of(reference(jobId, row.get()));
        }
    }

    private Optional<byte[]> whole(String jobId, Jobs.PageRow row) throws IOException {
        Optional<PageDocuments.Held> held = documents.read(row);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (Spool event = new Spool()) {
            try (PageDocuments.Held page = held.get()) {
                write(event, jobId, row, page.result());
            }
            return Optional.of(event.size() <= LARGEST ? event.stream().readAllBytes() : reference(jobId, row));
        }
    }

    /**
     * The event without the page.
     *
     * @return empty where the page is gone, with its job
     */
    Optional<byte[]> reference(String jobId, int index) {
        return jobs.findForService(jobId).flatMap(job -> jobs.page(job, index)).map(row -> reference(jobId, row));
    }

    private static byte[] reference(String jobId, Jobs.PageRow row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, jobId, row, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }

    /** @param page null for a reference */
    private static void write(OutputStream out, String jobId, Jobs.PageRow row, @Nullable PageResult page)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("job", jobId);
            json.writeNumberField("index", row.index());
            if (page == null) {
                json.writeStringField("reference", "/api/v1/ocr/%s/pages/%d/".formatted(jobId, row.number()));
            } else {
                json.writeFieldName("page");
                PageJson.write(json, page, PageJson.Options.DEFAULT);
            }
            json.writeEndObject();
        }
    }
}
