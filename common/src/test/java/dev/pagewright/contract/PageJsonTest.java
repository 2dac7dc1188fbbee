package dev.pagewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Reading;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.SamplePages;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    @DisplayName("C03: a page has index, text and blocks with text, bbox and confidence")
    void a_page_has_what_the_document_promises() throws IOException {
        JsonNode page = json(new PageResult.Read(SamplePages.text(4, "Hello world")), PageJson.Options.DEFAULT);

        assertThat(page.get("index").intValue()).isEqualTo(4);
        assertThat(page.get("number").intValue()).isEqualTo(5);
        assertThat(page.get("status").textValue()).isEqualTo("done");
        assertThat(page.get("error").isNull()).isTrue();
        assertThat(page.get("text").textValue()).isEqualTo("Hello world");
        assertThat(page.get("mean_confidence").doubleValue()).isEqualTo(0.95);
        JsonNode block = page.get("blocks").get(0);
        assertThat(block.get("type").textValue()).isEqualTo("paragraph");
        assertThat(block.get("bbox").toString()).isEqualTo("[72,72,540,86]");
        assertThat(block.get("confidence").doubleValue()).isEqualTo(0.95);
        assertThat(block.get("lines").get(0).get("engine").textValue()).isEqualTo("tesseract");
        assertThat(block.has("words")).isFalse();
        assertThat(page.has("debug")).isFalse();
    }

    @Test
    void words_and_debug_come_when_asked_for() throws IOException {
        JsonNode page = json(new PageResult.Read(SamplePages.text(0, "Hello world")), new PageJson.Options(true, true));

        assertThat(page.get("blocks").get(0).get("words")).hasSize(2);
        assertThat(page.get("debug").get("ocr_ms").doubleValue()).isEqualTo(12.5);
    }

    @Test
    void a_failed_page_has_its_code_and_the_same_members() throws IOException {
        JsonNode page = json(SamplePages.failed(2), PageJson.Options.DEFAULT);

        assertThat(page.get("status").textValue()).isEqualTo("failed");
        assertThat(page.get("error").textValue()).isEqualTo("page_timeout");
        assertThat(page.get("text").textValue()).isEmpty();
        assertThat(page.get("blocks")).isEmpty();
        assertThat(page.get("mean_confidence").isNull()).isTrue();
    }

    @Test
    void a_page_without_text_has_no_confidence() throws IOException {
        JsonNode page = json(new PageResult.Read(SamplePages.blank(0)), PageJson.Options.DEFAULT);

        assertThat(page.get("mean_confidence").isNull()).isTrue();
    }

    @Test
    void a_table_has_its_cells_and_its_place_names_it() throws IOException {
        JsonNode page = json(new PageResult.Read(SamplePages.article(0)), PageJson.Options.DEFAULT);

        JsonNode table = page.get("tables").get(0);
        assertThat(table.get("rows").intValue()).isEqualTo(3);
        assertThat(table.get("cells").get(0).get("row_span").intValue()).isEqualTo(2);
        assertThat(table.get("cells").get(0).get("header").booleanValue()).isTrue();
        List<JsonNode> places = page.findParents("table");
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.get("table").intValue()).isZero();
            assertThat(place.get("type").textValue()).isEqualTo("table");
        });
    }

    @Test
    void a_translated_page_shows_the_translation_and_keeps_the_source() throws IOException {
        JsonNode page = json(new PageResult.Read(SamplePages.translated(0)), PageJson.Options.DEFAULT);

        assertThat(page.get("text").textValue()).isEqualTo("Good day.\n\nZahl 42.");
        assertThat(page.get("source_text").textValue()).isEqualTo("Guten Tag.\n\nZahl 42.");
        assertThat(page.get("blocks").get(0).get("text").textValue()).isEqualTo("Guten Tag.");
        assertThat(page.get("blocks").get(0).get("translation").textValue()).isEqualTo("Good day.");
        assertThat(page.get("blocks").get(1).get("translation").isNull()).isTrue();
        assertThat(page.get("blocks").get(1).get("translation_error").textValue())
                .isEqualTo("numbers_differ");
    }

    @Property(tries = 50)
    void steps_that_failed_are_told_on_the_page_by_names_that_the_schema_knows(@ForAll Set<PageStep> failed)
            throws IOException {
        Page plain = SamplePages.text(0, "Hello world");

        JsonNode page = json(new PageResult.Read(degraded(plain, failed)), PageJson.Options.DEFAULT);

        assertThat(page.has("degraded")).isEqualTo(!failed.isEmpty());
        assertThat(names(page.path("degraded")))
                .containsExactlyInAnyOrderElementsOf(
                        failed.stream().map(PageStep::wireName).toList());
        assertThat(names(schema().path("$defs").path("PageStep").path("enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PageStep.values()).map(PageStep::wireName).toList());
    }

    @Property(tries = 20)
    void a_page_that_was_not_read_is_told_from_one_that_is_empty(@ForAll @DoubleRange(min = 0, max = 1) double share)
            throws IOException {
        Page plain = SamplePages.text(0, "");
        Reading all = plain.reading();
        Page unread = plain.with(
                new Reading(all.engine(), all.engines(), EngineReason.LOW_CONFIDENCE, null, Set.of(), share));

        JsonNode page = json(new PageResult.Read(unread), PageJson.Options.DEFAULT);

        assertThat(page.path("unread").asBoolean()).isEqualTo(share > 0);
        assertThat(page.has("unread_share")).isEqualTo(share > 0);
        assertThat(page.path("unread_share").asDouble()).isCloseTo(share, within(0.001));
    }

    private static Page degraded(Page page, Set<PageStep> failed) {
        Reading reading = page.reading();
        return page.with(new Reading(reading.engine(), reading.engines(), reading.reason(), "en", failed));
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static JsonNode schema() throws IOException {
        try (InputStream schema = PageJson.class.getResourceAsStream("/schema/job.schema.json")) {
            return MAPPER.readTree(schema);
        }
    }

    @Property(tries = 200)
    void any_page_is_valid_json(@ForAll("pages") Page page) throws IOException {
        JsonNode json = json(new PageResult.Read(page), new PageJson.Options(true, true));

        assertThat(json.get("blocks")).hasSize(page.blocks().size());
    }

    @Provide
    Arbitrary<Page> pages() {
        return ArbitraryPages.pages();
    }

    private static JsonNode json(PageResult page, PageJson.Options options) throws IOException {
        var out = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            PageJson.write(json, page, options);
        }
        return MAPPER.readTree(out.toString());
    }
}
