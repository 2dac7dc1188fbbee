package dev.pagewright.gateway.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.contract.PageJson;
import dev.pagewright.document.PageResult;
import dev.pagewright.gateway.job.PageDocuments;
import dev.pagewright.gateway.store.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The public event of a page, rendered when it is sent: the outbox stays small. */
@ApplicationScoped
class PageResults {

    /** A larger page travels without its blocks, as a reference to the API. */
    private static final int LARGEST = 900_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final Jobs jobs;
    private final PageDocuments documents;

    PageResults(Jobs jobs, PageDocuments documents) {
        this.jobs = jobs;
        this.documents = documents;
    }

    /** @return empty where the page is gone, with its job */
    Optional<byte[]> render(String jobId, int index) throws IOException {
        Optional<Jobs.PageRow> row = jobs.findForService(jobId).flatMap(job -> jobs.page(job, index));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Optional<PageResult> page = documents.result(row.get());
        if (page.isEmpty()) {
            return Optional.empty();
        }
        byte[] whole = json(jobId, page.get(), false);
        return Optional.of(whole.length <= LARGEST ? whole : json(jobId, page.get(), true));
    }

    private static byte[] json(String jobId, PageResult page, boolean reference) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("job", jobId);
            json.writeNumberField("index", page.index());
            if (reference) {
                json.writeStringField("reference", "/api/v1/ocr/%s/pages/%d/".formatted(jobId, page.number()));
            } else {
                json.writeFieldName("page");
                PageJson.write(json, page, PageJson.Options.DEFAULT);
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
