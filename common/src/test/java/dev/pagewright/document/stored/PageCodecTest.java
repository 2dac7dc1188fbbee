package dev.pagewright.document.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.document.Block;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Reading;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.LargePages;
import dev.pagewright.document.testing.SamplePages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCodecTest {

    @Property(tries = 300)
    void any_page_is_read_back_as_it_was_written(@ForAll("pages") Page page) throws IOException {
        Page read = PageCodec.read(PageCodec.write(page));

        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Math.abs(one - other) <= 0.0005, Double.class)
                .isEqualTo(page);
        assertThat(PageCodec.read(PageCodec.write(read))).isEqualTo(read);
    }

    @Provide
    Arbitrary<Page> pages() {
        return ArbitraryPages.pages();
    }

    @Test
    void a_lone_surrogate_of_a_hostile_text_layer_is_replaced() throws IOException {
        Page page = SamplePages.text(0, "broken \uD83D text");

        Page read = PageCodec.read(PageCodec.write(page));

        assertThat(read.blocks()).singleElement().extracting(Block::text).isEqualTo("broken \uFFFD text");
    }

    @Test
    void fields_of_a_newer_release_are_ignored() throws IOException {
        Page page = SamplePages.article(3);
        ObjectNode newer = tree(page);
        newer.put("colour", "red");
        ((ObjectNode) newer.withArray("blocks").get(0)).putObject("halo").put("x", 1);

        assertThat(PageCodec.read(gzip(newer.toString()))).isEqualTo(page);
    }

    @Test
    void a_page_from_before_steps_could_fail_has_none_that_did() throws IOException {
        Page page = SamplePages.article(3);
        ObjectNode older = tree(page);

        assertThat(older.path("reading").has("degraded")).isFalse();
        assertThat(PageCodec.read(gzip(older.toString())).reading().degraded()).isEmpty();
    }

    @Property(tries = 20)
    void what_was_not_read_is_kept(@ForAll @DoubleRange(min = 0, max = 1) double share) throws IOException {
        Page page = SamplePages.article(3);
        Reading all = page.reading();
        Page unread = page.with(new Reading(
                all.engine(), all.engines(), EngineReason.LOW_CONFIDENCE, all.language(), all.degraded(), share));

        assertThat(PageCodec.read(PageCodec.write(unread)).reading().unread()).isEqualTo(share);
        assertThat(tree(page).path("reading").has("unread")).isFalse();
    }

    @Test
    void a_step_of_a_newer_release_is_passed_over() throws IOException {
        ObjectNode newer = tree(SamplePages.article(3));
        ((ObjectNode) newer.path("reading"))
                .putArray("degraded")
                .add("telepathy")
                .add("layout");

        assertThat(PageCodec.read(gzip(newer.toString())).reading().degraded()).containsExactly(PageStep.LAYOUT);
    }

    @Test
    void another_version_is_refused_by_name() throws IOException {
        ObjectNode newer = tree(SamplePages.blank(0));
        newer.put("version", 2);

        assertThatThrownBy(() -> PageCodec.read(gzip(newer.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Property(tries = 300)
    void damaged_bytes_are_an_io_exception_or_another_page_and_never_another_fault(
            @ForAll int place, @ForAll byte value) {
        byte[] stored = PageCodec.write(SamplePages.article(0));
        stored[Math.floorMod(place, stored.length)] = value;

        assertReadsOrRefuses(stored);
    }

    @Test
    void a_truncated_document_is_refused() {
        byte[] stored = PageCodec.write(SamplePages.article(0));

        assertThatThrownBy(() -> PageCodec.read(Arrays.copyOf(stored, stored.length / 2)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_document_that_breaks_the_model_is_refused() throws IOException {
        ObjectNode page = tree(SamplePages.article(0));
        ((ObjectNode) page.withArray("blocks").get(0)).put("confidence", 7);

        assertThatThrownBy(() -> PageCodec.read(gzip(page.toString()))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "index", "width", "unit", "to_original", "reading", "blocks", "tables", "links"})
    void a_document_that_lacks_a_field_is_refused(String field) throws IOException {
        ObjectNode page = tree(SamplePages.article(0));
        page.remove(field);

        assertThatThrownBy(() -> PageCodec.read(gzip(page.toString()))).isInstanceOf(IOException.class);
    }

    @Test
    void a_document_that_unfolds_beyond_any_page_is_refused_before_it_is_decoded() throws IOException {
        byte[] stored = gzip("{\"version\":1,\"colour\":\"" + "x".repeat((int) PageLimits.STORED_BYTES) + "\"}");

        assertThat(stored.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> PageCodec.read(stored)).isInstanceOf(PageTooLargeException.class);
    }

    @Test
    void a_page_of_more_words_than_any_is_refused_when_it_is_written() throws IOException {
        assertThat(PageCodec.writeNew(words(PageLimits.WORDS))).isNotEmpty();
        assertThatThrownBy(() -> PageCodec.writeNew(words(PageLimits.WORDS + 1)))
                .isInstanceOf(PageTooLargeException.class);
    }

    @Test
    void a_page_of_one_endless_word_is_refused_when_it_is_written() {
        Page page = SamplePages.text(0, "x".repeat((int) PageLimits.READ_BYTES));

        assertThatThrownBy(() -> PageCodec.writeNew(page)).isInstanceOf(PageTooLargeException.class);
    }

    private static Page words(int count) {
        return LargePages.words(0, count);
    }

    private static ObjectNode tree(Page page) throws IOException {
        return (ObjectNode)
                new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(PageCodec.write(page))));
    }

    private static void assertReadsOrRefuses(byte[] stored) {
        try {
            assertThat(PageCodec.read(stored)).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static byte[] gzip(String json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
