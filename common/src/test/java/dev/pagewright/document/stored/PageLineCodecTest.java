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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    static Stream<byte[]> noPages() throws IOException {
        byte[] stored = PageCodec.write(SamplePages.article(0));
        return Stream.of(
                new byte[0],
                new byte[] {1, 2, 3},
                Arrays.copyOf(stored, stored.length / 2),
                Arrays.copyOf(stored, stored.length - 4),
                gzip(""),
                gzip("{"),
                gzip("{\"version\":1"),
                gzip("{} {}"),
                gzip("[]"),
                gzip("7"),
                gzip("not json"));
    }

    @ParameterizedTest
    @MethodSource("noPages")
    void what_is_no_object_is_not_passed_on(byte[] stored) {
        assertThatThrownBy(
                        () -> PageLineCodec.copy(new ByteArrayOutputStream(), 0, 1, new ByteArrayInputStream(stored)))
                .isInstanceOf(DamagedPageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":99,\"blocks\":[[{}],7]}",
                "{\"version\":1,\"blocks\":[{\"type\":\"unheard-of\",\"more\":[[1,{\"a\":2}]]},{}]}",
                "{\"version\":1,\"index\":\"zero\"}",
                "{\"version\":1,\"unit\":\"ell\",\"tables\":{}}"
            })
    void an_object_that_is_no_page_fails_its_own_line_alone(String document) throws IOException {
        var lines = new ByteArrayOutputStream();
        lines.write(PageLineCodec.write(RESULTS.get(0)));
        PageLineCodec.copy(lines, 5, 6, new ByteArrayInputStream(gzip(document)));
        lines.write(PageLineCodec.write(RESULTS.get(2)));

        List<PageResult> read = new ArrayList<>();
        try (var pages = PageLineCodec.readAll(new ByteArrayInputStream(lines.toByteArray()))) {
            pages.forEachRemaining(read::add);
        }

        assertThat(read).containsExactly(RESULTS.get(0), PageResult.Failed.damaged(5, 6), RESULTS.get(2));
    }

    private static byte[] gzip(String document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] lines() throws IOException {
        var lines = new ByteArrayOutputStream();
        for (PageResult result : RESULTS) {
            lines.write(PageLineCodec.write(result));
        }
        return lines.toByteArray();
    }
}
