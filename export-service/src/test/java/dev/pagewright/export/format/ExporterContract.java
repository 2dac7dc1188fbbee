package dev.pagewright.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.testing.FakeSource;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What every exporter keeps. */
public abstract class ExporterContract {

    protected abstract Exporter exporter();

    /** All that a reader of the format sees, read by another library than wrote it; fails where it is malformed. */
    protected abstract String read(byte[] file);

    @Provide
    Arbitrary<List<Page>> documents() {
        return ArbitraryPages.pages().list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 60)
    void any_document_gives_a_well_formed_file(@ForAll("documents") List<Page> pages) {
        byte[] file = FakeSource.of(pages.toArray(Page[]::new)).written(exporter());

        assertThat(read(file)).isNotNull();
    }

    @Test
    void the_words_of_a_page_are_in_the_file() {
        byte[] file = FakeSource.of(SamplePages.text(0, "The quick brown fox", "jumps over"))
                .written(exporter());

        assertThat(read(file)).contains("quick", "brown", "jumps");
    }

    @Test
    void hostile_text_leaves_the_file_well_formed() {
        String hostile = "</w:t> <script>alert(1)</script> ]]> & \0\b\uFFFF\uD800 \u202Eoverride =cmd|'/c' %s";
        byte[] file = FakeSource.of(SamplePages.text(0, hostile, "x".repeat(1_000_000)))
                .written(exporter());

        assertThat(read(file)).contains("alert");
    }

    @Test
    void a_page_that_failed_is_told_of_with_its_code() {
        byte[] file = FakeSource.of(new PageResult.Read(SamplePages.text(0, "first")), SamplePages.failed(1))
                .written(exporter());

        assertThat(read(file)).contains("first").contains("page_timeout");
    }

    @Test
    void a_document_without_text_gives_a_file_too() {
        byte[] file = FakeSource.of(SamplePages.blank(0)).written(exporter());

        assertThat(read(file)).isNotNull();
    }

    @Test
    void the_output_is_left_open_for_what_comes_after() throws Exception {
        var closed = new AtomicBoolean();
        var output = new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        exporter().write(FakeSource.of(SamplePages.article(0)), output);

        assertThat(closed).isFalse();
    }

    @Test
    void an_option_that_is_not_known_is_refused() {
        Map<String, List<String>> query = Map.of("no_such_option", List.of("true"));

        assertThatThrownBy(() -> OptionValues.of(exporter().format(), query))
                .isInstanceOfSatisfying(ExportRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.INVALID_PARAMETER));
    }
}
