package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.PageResult;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The public object of a job (C03). Written as a stream: pages first, the texts of the whole job, gathered meanwhile
 * (beyond a few pages on disk), last. One page is held at a time. Thread-safe.
 */
public final class JobJson {

    private JobJson() {}

    /**
     * A job with its pages: a finished one, or as far as it has come.
     *
     * @param pages in order
     */
    public static void write(JsonGenerator json, JobRecord job, Iterator<PageResult> pages, PageJson.Options options)
            throws IOException {
        try (var texts = new JobTexts(job.translateTo() != null)) {
            json.writeStartObject();
            summary(new PublicJson(json), job);
            json.writeArrayFieldStart("pages");
            while (pages.hasNext()) {
                page(json, pages.next(), options, texts);
            }
            json.writeEndArray();
            texts.write(new PublicJson(json));
            json.writeEndObject();
        }
    }

    /** In a method of its own, so that nothing holds the page while the next one is decoded. */
    private static void page(JsonGenerator json, PageResult page, PageJson.Options options, JobTexts texts)
            throws IOException {
        PageJson.write(json, page, options);
        texts.add(page);
    }

    /** A job without pages, as it is told until it has finished and in lists and events. */
    public static void write(JsonGenerator json, JobRecord job) throws IOException {
        json.writeStartObject();
        summary(new PublicJson(json), job);
        json.writeArrayFieldStart("pages");
        json.writeEndArray();
        json.writeNullField("text");
        json.writeNullField("markdown");
        json.writeEndObject();
    }

    private static void summary(PublicJson values, JobRecord job) throws IOException {
        JsonGenerator json = values.generator();
        json.writeStringField("uuid", job.uuid());
        json.writeStringField("status", job.status());
        json.writeStringField("tier", job.tier());
        values.text("language", job.language());
        json.writeNumberField("page_count", job.pageCount());
        values.confidence("mean_confidence", finiteOrNull(job.meanConfidence()));
        json.writeNumberField("pages_done", job.pagesDone());
        json.writeNumberField("pages_failed", job.pagesFailed());
        values.text("file_name", job.fileName());
        values.text("media_type", job.mediaType());
        json.writeNumberField("file_bytes", job.fileBytes());
        json.writeNumberField("file_pages", job.filePages());
        values.text("page_selection", job.pages());
        values.text("ocr", job.ocr());
        values.text("tool", job.tool());
        values.text("translate_to", job.translateTo());
        values.text("detected_language", job.detectedLanguage());
        json.writeNumberField("revision", job.revision());
        values.text("error", job.errorCode());
        values.text("error_detail", job.errorDetail());
        values.time("created_at", job.createdAt());
        values.time("started_at", job.startedAt());
        values.time("finished_at", job.finishedAt());
        if (job.queuePosition() != null) {
            json.writeNumberField("queue_position", job.queuePosition());
        }
    }

    private static @Nullable Double finiteOrNull(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
