package dev.pagewright.document.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.SamplePages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PageCodecTest {

    @Property(tries = 300)
    void any_page_is_read_back_as_it_was_written(@ForAll("pages") Page page) throws IOException {
        assertThat(PageCodec.read(PageCodec.write(page))).isEqualTo(page);
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
        ObjectNode newer = (ObjectNode) PageCodec.MAPPER.readTree(PageCodec.json(PageCodec.write(page)));
        newer.put("colour", "red");
        ((ObjectNode) newer.withArray("blocks").get(0)).putObject("halo").put("x", 1);

        assertThat(PageCodec.read(newer)).isEqualTo(page);
    }

    @Test
    void another_version_is_refused_by_name() throws IOException {
        ObjectNode newer =
                (ObjectNode) PageCodec.MAPPER.readTree(PageCodec.json(PageCodec.write(SamplePages.blank(0))));
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
        ObjectNode page =
                (ObjectNode) PageCodec.MAPPER.readTree(PageCodec.json(PageCodec.write(SamplePages.article(0))));
        ((ObjectNode) page.withArray("blocks").get(0)).put("confidence", 7);

        assertThatThrownBy(() -> PageCodec.read(page)).isInstanceOf(IOException.class);
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
