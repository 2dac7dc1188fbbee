package dev.pagewright.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.testing.ActiveLinks;
import dev.pagewright.export.testing.FakeSource;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every exporter keeps. */
public abstract class ExporterContract {

    protected abstract Exporter exporter();

    /** All that a reader of the format sees, read by another library than wrote it; fails where it is malformed. */
    protected abstract String read(byte[] file);

    /** A document as the format takes it; one that needs an upload adds it here. */
    protected FakeSource source(PageResult... pages) {
        return FakeSource.of(pages);
    }

    private FakeSource source(Page... pages) {
        return source(Arrays.stream(pages).map(PageResult.Read::new).toArray(PageResult[]::new));
    }

    @Provide
    Arbitrary<List<Page>> documents() {
        return ArbitraryPages.pages().list().ofMinSize(1).ofMaxSize(3).map(ExporterContract::numbered);
    }

    private static List<Page> numbered(List<Page> pages) {
        return IntStream.range(0, pages.size())
                .mapToObj(index -> {
                    Page page = pages.get(index);
                    return new Page(
                            index,
                            index + 1,
                            page.width(),
                            page.height(),
                            page.unit(),
                            page.rotation(),
                            page.toOriginal(),
                            page.reading(),
                            page.blocks(),
                            page.tables(),
                            page.links(),
                            page.debug());
                })
                .toList();
    }

    @Property(tries = 60)
    void any_document_gives_a_well_formed_file(@ForAll("documents") List<Page> pages) {
        byte[] file = source(pages.toArray(Page[]::new)).written(exporter());

        assertThat(read(file)).isNotNull();
    }

    /** Words of scripts that run from left to right, with what means something in some format. */
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("<>&\"'=@+-*_#|`~[](){}!$%;:,.\\/äßçñéøжЯλΩ日本語한국")
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 60)
    void what_goes_in_comes_out(@ForAll("words") List<String> words) {
        byte[] file = source(SamplePages.text(0, String.join(" ", words))).written(exporter());

        assertThat(read(file).split("\\s+")).containsAll(words);
    }

    @Test
    void a_table_of_5_000_columns_is_one_too() {
        List<String> row = IntStream.range(0, 5_000).mapToObj(i -> "c" + i).toList();
        byte[] file = source(new PageBuilder(0).table(true, List.of(row, row)).build())
                .written(exporter());

        assertThat(read(file)).isNotNull();
    }

    @Test
    void the_words_of_a_page_are_in_the_file() {
        byte[] file =
                source(SamplePages.text(0, "The quick brown fox", "jumps over")).written(exporter());

        assertThat(read(file)).contains("quick", "brown", "jumps");
    }

    @Test
    void hostile_text_leaves_the_file_well_formed() {
        String hostile = "</w:t> <script>alert(1)</script> ]]> & \0\b\uFFFF\uD800 \u202Eoverride =cmd|'/c' %s";
        byte[] file =
                source(SamplePages.text(0, hostile, "x".repeat(1_000_000))).written(exporter());

        assertThat(read(file)).contains("alert");
    }

    @Test
    protected void a_page_that_failed_is_told_of_with_its_code() throws IOException {
        byte[] file = source(new PageResult.Read(SamplePages.text(0, "first")), SamplePages.failed(1))
                .written(exporter());

        assertThat(read(file)).contains("first").contains("page_timeout");
    }

    /** Links as a hostile upload has them, and text that a format might take for one. */
    static Stream<String> foreignLinks() {
        return Stream.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript&colon;alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "file:///etc/passwd",
                "//host.test/path",
                "\\\\host.test\\share",
                "ftp://host.test/",
                "ms-word:ofe|u|http://host.test/a.docm",
                "search-ms:query=a",
                "blob:http://host.test/1",
                "feed:javascript:alert(1)");
    }

    @ParameterizedTest
    @MethodSource("foreignLinks")
    void no_link_leads_elsewhere_than_to_the_web_and_to_mail(String uri) throws IOException {
        var page = new PageBuilder(0)
                .paragraph("before click after")
                .paragraph("[click](" + uri + ") <a href=\"" + uri + "\">click</a> <" + uri + ">")
                .table(false, List.of(List.of("[click](" + uri + ")", "=HYPERLINK(\"" + uri + "\")")));
        byte[] written = source(page.build()).written(exporter());
        try {
            written = source(page.paragraph("one link more").link(uri, "link").build())
                    .written(exporter());
        } catch (IllegalArgumentException e) {
            // the model takes no such link: then its text is all there is
        }

        assertThat(ActiveLinks.of(exporter().format().name(), written))
                .allMatch(link ->
                        link.startsWith("http://") || link.startsWith("https://") || link.startsWith("mailto:"));
    }

    @Test
    void a_document_without_text_gives_a_file_too() {
        byte[] file = source(SamplePages.blank(0)).written(exporter());

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

        exporter().write(source(SamplePages.article(0)), output);

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
