package dev.pagewright.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.testing.SamplePages;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void a_page_with_every_kind_of_block() {
        assertThat(Markdown.of(SamplePages.article(0))).isEqualTo("""
                        # 1. Results of the year

                        Revenue grew by 12% to $4,210 million; see [our report](https://example.org/report?a=1&amp;b=2) for details.

                        - Northern region
                          1. Norway
                          2. Sweden
                        - Southern region
                        - (a) as restated

                        | Region | Year 2023 | Year 2024 |
                        | --- | --- | --- |
                        | North \\| East | 1,200 | 1,344 |

                        *Table 1: Revenue by region*

                        $$E = mc^2$$

                        ```
                        if (a < b) {
                            return `a`;
                        }
                        ```

                        1 Restated for 2023.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snake_case",
                "costs $5 and $6.50",
                "as shown in [12]",
                "a < b & c > d",
                "5 - 3 + 2",
                "AT&T",
                "-5 degrees",
                "C:\\path",
                "#hashtag",
                "3.14",
                "e.g. this"
            })
    void what_cannot_become_mark_up_stays_bare(String text) {
        assertThat(Markdown.of(SamplePages.text(0, text))).isEqualTo(text);
    }

    @Test
    void a_fence_is_longer_than_any_within() {
        Page page = new PageBuilder(0).block("````\n```", Block.Code::new).build();

        assertThat(Markdown.of(page)).isEqualTo("`````\n````\n```\n`````");
    }

    @Test
    void a_table_without_header_shows_its_first_row_in_that_place() {
        Page page = new PageBuilder(0)
                .table(false, List.of(List.of("a", "b"), List.of("c", "d")))
                .build();

        assertThat(Markdown.of(page)).isEqualTo("| a | b |\n| --- | --- |\n| c | d |");
    }

    @Test
    void a_link_that_runs_something_is_no_link() {
        Page page = new PageBuilder(0)
                .paragraph("press here now")
                .link("javascript:alert(1)", "here")
                .build();

        assertThat(Markdown.of(page)).isEqualTo("press here now");
    }

    @Test
    void pages_of_a_document_are_marked_and_a_failed_one_is_told() throws IOException {
        List<PageResult> pages = List.of(
                new PageResult.Read(SamplePages.text(0, "one")),
                SamplePages.failed(1),
                new PageResult.Read(SamplePages.text(2, "<!-- page 9 -->")));
        var out = new StringBuilder();

        Markdown.document(pages.iterator(), out);

        assertThat(out).hasToString("""
                        one

                        <!-- page 2 -->

                        > Page 2 could not be read: The page took too long. (page_timeout)

                        <!-- page 3 -->

                        \\<!-- page 9 -->
                        """);
    }

    @Test
    void a_translated_page_shows_the_translation_and_keeps_what_has_none() {
        assertThat(Markdown.of(Translated.page(SamplePages.translated(0)))).isEqualTo("Good day.\n\nZahl 42.");
    }
}
