package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job's record as the gateway's inner API tells it; fields a reader does not know are ignored. Thread-safe. */
public final class JobRecordCodec {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private JobRecordCodec() {}

    public static byte[] write(JobRecord job) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            var values = new PublicJson(json);
            json.writeStartObject();
            values.text("uuid", job.uuid());
            values.text("account_id", job.accountId());
            values.text("status", job.status());
            values.text("tier", job.tier());
            values.text("language", job.language());
            values.text("tool", job.tool());
            values.text("translate_to", job.translateTo());
            values.text("ocr", job.ocr());
            values.text("pages", job.pages());
            values.text("file_name", job.fileName());
            values.text("media_type", job.mediaType());
            json.writeNumberField("file_bytes", job.fileBytes());
            json.writeNumberField("file_pages", job.filePages());
            json.writeNumberField("page_count", job.pageCount());
            json.writeNumberField("pages_done", job.pagesDone());
            json.writeNumberField("pages_failed", job.pagesFailed());
            if (job.meanConfidence() != null && Double.isFinite(job.meanConfidence())) {
                json.writeNumberField("mean_confidence", job.meanConfidence());
            }
            values.text("detected_language", job.detectedLanguage());
            json.writeNumberField("revision", job.revision());
            values.text("error_code", job.errorCode());
            values.text("error_detail", job.errorDetail());
            values.text("created_at", job.createdAt().toString());
            values.text("started_at", string(job.startedAt()));
            values.text("finished_at", string(job.finishedAt()));
            values.number("queue_position", job.queuePosition());
            values.text("sealed_password", job.sealedPassword());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are no job's record */
    public static JobRecord read(byte[] json) throws IOException {
        JsonNode job = MAPPER.readTree(json);
        try {
            return new JobRecord(
                    text(job, "uuid"),
                    text(job, "account_id"),
                    text(job, "status"),
                    text(job, "tier"),
                    text(job, "language"),
                    job.path("tool").textValue(),
                    job.path("translate_to").textValue(),
                    text(job, "ocr"),
                    job.path("pages").textValue(),
                    text(job, "file_name"),
                    text(job, "media_type"),
                    job.path("file_bytes").asLong(),
                    job.path("file_pages").asInt(),
                    job.path("page_count").asInt(),
                    job.path("pages_done").asInt(),
                    job.path("pages_failed").asInt(),
                    job.path("mean_confidence").isNumber()
                            ? job.path("mean_confidence").doubleValue()
                            : null,
                    job.path("detected_language").textValue(),
                    job.path("revision").asInt(),
                    job.path("error_code").textValue(),
                    job.path("error_detail").textValue(),
                    Instant.parse(text(job, "created_at")),
                    time(job, "started_at"),
                    time(job, "finished_at"),
                    job.path("queue_position").isInt()
                            ? job.path("queue_position").intValue()
                            : null,
                    job.path("sealed_password").textValue());
        } catch (DateTimeException e) {
            throw new IOException("the job's record has no valid time", e);
        }
    }

    private static String text(JsonNode job, String name) throws IOException {
        String value = job.path(name).textValue();
        if (value == null) {
            throw new IOException("the job's record has no " + name);
        }
        return value;
    }

    private static @Nullable String string(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Instant time(JsonNode job, String name) {
        String value = job.path(name).textValue();
        return value == null ? null : Instant.parse(value);
    }
}
