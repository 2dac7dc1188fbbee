package dev.pagewright.document.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.SamplePages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLineCodecTest {

    private static final List<PageResult> RESULTS = List.of(
            new PageResult.Read(SamplePages.article(0)),
            SamplePages.failed(1),
            new PageResult.Read(SamplePages.arabic(2)));

    @Test
    void a_stream_of_lines_is_read_back_in_order() throws IOException {
        byte[] lines = lines();

        List<PageResult> read = new ArrayList<>();
        try (var pages = PageLineCodec.readAll(new ByteArrayInputStream(lines))) {
            pages.forEachRemaining(read::add);
        }

        assertThat(read).isEqualTo(RESULTS);
    }

    @Test
    void each_result_is_one_line() throws IOException {
        assertThat(new String(lines(), StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void a_copied_document_is_the_line_that_would_be_written() throws IOException {
        var out = new ByteArrayOutputStream();

        PageLineCodec.copy(out, 0, 1, new ByteArrayInputStream(PageCodec.write(SamplePages.article(0))));

        assertThat(out.toByteArray()).isEqualTo(PageLineCodec.write(RESULTS.get(0)));
    }

    @Test
    void a_stream_that_ends_within_a_line_says_so() throws IOException {
        byte[] lines = lines();
        byte[] cut = Arrays.copyOf(lines, lines.length - 5);

        try (var pages = PageLineCodec.readAll(new ByteArrayInputStream(cut))) {
            assertThatThrownBy(() -> pages.forEachRemaining(page -> {})).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void a_line_of_an_unknown_code_is_refused() {
        byte[] line = "{\"index\":0,\"number\":1,\"status\":\"failed\",\"code\":\"page_eaten\",\"detail\":\"\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PageLineCodec.read(line)).isInstanceOf(IOException.class);
    }

    private static byte[] lines() throws IOException {
        var lines = new ByteArrayOutputStream();
        for (PageResult result : RESULTS) {
            lines.write(PageLineCodec.write(result));
        }
        return lines.toByteArray();
    }
}
