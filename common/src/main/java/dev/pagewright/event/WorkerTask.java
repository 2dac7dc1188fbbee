package dev.pagewright.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker leases from a lane. Keyed by job; ids are 32 lower-case hex digits.
 * Unknown fields are ignored, so that old and new versions run side by side.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerTask.ReadPage.class, name = "read-page"),
    @JsonSubTypes.Type(value = WorkerTask.Assemble.class, name = "assemble"),
    @JsonSubTypes.Type(value = WorkerTask.Translate.class, name = "translate")
})
public sealed interface WorkerTask {

    String jobId();

    String accountId();

    /** 1 for the first sending; the reconciler and a retry count it up. */
    int attempt();

    /** W3C trace context of the request that caused it, null where it had none. */
    @Nullable String traceParent();

    /**
     * Read one page.
     *
     * @param pageIndex 0-based, within the job
     * @param pageNumber 1-based, within the file
     */
    record ReadPage(
            String jobId,
            String accountId,
            int attempt,
            @Nullable String traceParent,
            int pageIndex,
            int pageNumber,
            Original original,
            TaskOptions options)
            implements WorkerTask {}

    /**
     * The document pass over all pages of a job, once the last one has its outcome.
     *
     * @param revision of the result that the pass makes; part of the blob keys it writes
     * @param pageKeys blob key of each page's document by index; null where the page failed
     */
    record Assemble(
            String jobId,
            String accountId,
            int attempt,
            @Nullable String traceParent,
            int revision,

            @JsonSerialize(using = BlobKeyJson.ListWriter.class) @JsonDeserialize(using = BlobKeyJson.ListReader.class)
            List<@Nullable String> pageKeys)
            implements WorkerTask {}

    /**
     * The translation of all pages of a job that the document pass has settled.
     *
     * @param revision of the result that is translated; part of the blob keys it writes
     * @param language code of the language to translate to
     * @param pageKeys blob key of each page's document by index; null where the page failed
     */
    record Translate(
            String jobId,
            String accountId,
            int attempt,
            @Nullable String traceParent,
            int revision,
            String language,

            @JsonSerialize(using = BlobKeyJson.ListWriter.class) @JsonDeserialize(using = BlobKeyJson.ListReader.class)
            List<@Nullable String> pageKeys)
            implements WorkerTask {}
}
