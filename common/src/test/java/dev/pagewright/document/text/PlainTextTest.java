package dev.pagewright.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.SamplePages;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void blocks_are_separated_by_a_blank_line_and_furniture_is_left_out() {
        assertThat(PlainText.of(SamplePages.article(0))).isEqualTo("""
                        1. Results of the year

                        Revenue grew by 12% to $4,210 million; see our report for details.

                        • Northern region
                        1. Norway
                        2. Sweden
                        • Southern region
                        (a) as restated

                        Region\tYear
                        \t2023\t2024
                        North | East\t1,200\t1,344

                        Table 1: Revenue by region

                        E = mc²

                        if (a < b) {
                            return `a`;
                        }

                        1 Restated for 2023.""");
    }

    @Test
    void text_is_composed_and_has_no_control_characters() {
        assertThat(PlainText.of(SamplePages.text(0, "Cafe\u0301\f\u0000 bar\r\nnext")))
                .isEqualTo("Café   bar\nnext");
    }

    @Test
    void a_blank_page_has_no_text() {
        assertThat(PlainText.of(SamplePages.blank(0))).isEmpty();
    }

    @Test
    void pages_of_a_document_are_separated_by_a_form_feed_and_a_failed_one_is_told() throws IOException {
        List<PageResult> pages = List.of(new PageResult.Read(SamplePages.text(0, "one")), SamplePages.failed(1));
        var out = new StringBuilder();

        PlainText.document(pages.iterator(), out);

        assertThat(out).hasToString("one\n\f[Page 2 could not be read: The page took too long. (page_timeout)]\n");
    }
}
