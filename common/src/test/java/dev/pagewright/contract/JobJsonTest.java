package dev.pagewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.document.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    @DisplayName("C03: a finished job has its pages, text and Markdown")
    void a_finished_job() throws IOException {
        List<PageResult> pages = List.of(
                new PageResult.Read(SamplePages.text(0, "one")),
                new PageResult.Read(SamplePages.blank(1)),
                new PageResult.Read(SamplePages.text(2, "three")));

        JsonNode job = json(job("done", null), pages.iterator());

        assertThat(job.get("uuid").textValue()).matches("[0-9a-f]{32}");
        assertThat(job.get("status").textValue()).isEqualTo("done");
        assertThat(job.get("mean_confidence").doubleValue()).isEqualTo(0.9123);
        assertThat(job.get("pages")).hasSize(3);
        assertThat(job.get("text").textValue()).isEqualTo("one\n\nthree");
        assertThat(job.get("markdown").textValue())
                .contains("one\n\n<!-- page 2 -->")
                .endsWith("three");
        assertThat(job.get("created_at").textValue()).isEqualTo("2026-11-24T10:00:00.123Z");
        assertThat(job.get("queue_position")).isNull();
        assertThat(job.toString()).doesNotContain("sealed", "account");
    }

    @Test
    @DisplayName("C02: an unfinished job has no pages and its texts are null")
    void an_unfinished_job() throws IOException {
        JsonNode job = json(job("processing", null), null);

        assertThat(job.get("pages")).isEmpty();
        assertThat(job.get("text").isNull()).isTrue();
        assertThat(job.get("markdown").isNull()).isTrue();
    }

    @Test
    void a_translated_job_shows_translation_and_source() throws IOException {
        List<PageResult> pages = List.of(new PageResult.Read(SamplePages.translated(0)), SamplePages.failed(1));

        JsonNode job = json(job("done", "en"), pages.iterator());

        assertThat(job.get("text").textValue()).isEqualTo("Good day.\n\nZahl 42.");
        assertThat(job.get("source_text").textValue()).isEqualTo("Guten Tag.\n\nZahl 42.");
        assertThat(job.get("source_markdown").textValue()).contains("Guten Tag.", "Page 2 could not be read");
    }

    @Test
    void texts_of_many_pages_are_whole_whatever_they_hold() throws IOException {
        String text = "\u00e9 \uD83D\uDE00 \"quoted\" \\ line\nline \u4e00 "
                .repeat(2_000)
                .strip();
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pages.add(new PageResult.Read(SamplePages.text(i, "x".repeat(i) + text)));
        }

        JsonNode job = json(job("done", null), pages.iterator());

        String expected = String.join(
                "\n\n",
                pages.stream()
                        .map(page -> PlainText.of(((PageResult.Read) page).page()))
                        .toList());
        assertThat(expected).hasSizeGreaterThan(1_000_000).contains("\uD83D\uDE00");
        assertThat(job.get("text").textValue()).isEqualTo(expected);
        assertThat(job.get("markdown").textValue()).contains("<!-- page 20 -->");
    }

    @Test
    void a_record_is_read_back_as_it_was_written() throws IOException {
        JobRecord job = job("done", "en");

        assertThat(JobRecordCodec.read(JobRecordCodec.write(job))).isEqualTo(job);
    }

    @Test
    void a_record_without_an_id_is_refused() {
        assertThatThrownBy(() -> JobRecordCodec.read("{\"status\":\"done\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("uuid");
    }

    private static JobRecord job(String status, @Nullable String translateTo) {
        Instant created = Instant.parse("2026-11-24T10:00:00.123456Z");
        return new JobRecord(
                "0123456789abcdef0123456789abcdef",
                "fedcba9876543210fedcba9876543210",
                status,
                "cpu",
                "auto",
                null,
                translateTo,
                "auto",
                "1-3",
                "report.pdf",
                "application/pdf",
                12345,
                9,
                3,
                3,
                0,
                0.912345,
                "en",
                1,
                null,
                null,
                created,
                created,
                null,
                null,
                "c2VhbGVk");
    }

    private static JsonNode json(JobRecord job, @Nullable Iterator<PageResult> pages) throws IOException {
        var out = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            if (pages == null) {
                JobJson.write(json, job);
            } else {
                JobJson.write(json, job, pages, PageJson.Options.DEFAULT);
            }
        }
        return MAPPER.readTree(out.toString());
    }
}
