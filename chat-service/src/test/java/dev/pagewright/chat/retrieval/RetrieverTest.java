package dev.pagewright.chat.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes first of passages that all hold the question's words. */
class RetrieverTest {

    @Test
    void what_says_it_before_what_points_to_it() {
        assertThat(
                        first(
                                "How is revenue from leases recognized?",
                                paragraph(
                                        "What the company says of how revenue is recognized that comes from leases is included in Note 7."),
                                paragraph(
                                        "Revenue from leases is recognized in equal parts over the time that the customer has the meter.")))
                .isEqualTo(2);
    }

    @Test
    void what_gives_a_reason_where_one_is_asked_for() {
        assertThat(
                        first(
                                "Why did net sales of meters rise in 2024?",
                                paragraph(
                                        "Net sales of meters in 2024 rose again, as net sales of meters had done in 2023."),
                                paragraph(
                                        "Net sales of meters rose in 2024 primarily due to a dry summer and orders of two cities.")))
                .isEqualTo(2);
    }

    @Test
    void what_stands_on_the_cover_where_it_is_asked_for() {
        assertThat(first(
                        "Which address is given on the cover page of the report?",
                        paragraph("Brightwater Instruments, address: 12 Lock Street, Gent."),
                        paragraph("Nothing here."),
                        paragraph("The address of each page of the report is given in the index of addresses.")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"What were operating expenses in 2024?, 2", "What percentage of net sales were operating expenses?, 1"})
    void amounts_and_shares_from_the_tables_that_hold_them(String question, int page) {
        assertThat(first(
                        question,
                        table("As a percentage of net sales:", "Operating expenses", "21%", "23%"),
                        table("Statements of income (in thousands):", "Operating expenses", "3,830", "3,888")))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"What were inventories in 2024?, 2", "How much did inventories change in 2024?, 1"})
    void a_state_is_no_change(String question, int page) {
        assertThat(first(
                        question,
                        table("Cash flows (in thousands):", "Changes in inventories", "310", "120"),
                        table("Assets (in thousands):", "Inventories", "2,100", "1,790")))
                .isEqualTo(page);
    }

    @Test
    void what_stands_on_every_page_is_no_candidate() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pages.add(new PageBuilder(i)
                    .paragraph("Water quality report of the canton, page " + (i + 1))
                    .paragraph(i == 4 ? "The quality of water was good in all lakes." : "Text without matter.")
                    .build());
        }

        assertThat(find("What does the report say of the quality of water in the canton?", pages))
                .noneMatch(ranked -> ranked.passage().text().contains(", page "));
    }

    @Test
    void a_note_keeps_its_headings_below_it() {
        Asked document = Asked.of(
                "en",
                List.of(new PageBuilder(0)
                        .heading(2, "Note 4 – Leases")
                        .heading(2, "Renewal")
                        .paragraph("Each side may ask for two more years.")
                        .heading(2, "Note 5 – Taxes")
                        .paragraph("Taxes are due in May.")
                        .build()));

        assertThat(document.index().passages())
                .filteredOn(passage -> passage.text().endsWith("."))
                .extracting(passage -> passage.above())
                .containsExactly(List.of("Note 4 – Leases", "Renewal"), List.of("Note 5 – Taxes"));
    }

    private interface Content {
        PageBuilder on(PageBuilder page);
    }

    private static Content paragraph(String text) {
        return page -> page.paragraph(text);
    }

    private static Content table(String introduction, String label, String now, String before) {
        return page -> page.paragraph(introduction)
                .table(
                        true,
                        List.of(
                                List.of("", "2024", "2023"),
                                List.of(label, now, before),
                                List.of("Other", "1,000", "990")));
    }

    /** @return number of the page that comes first; pages hold a content each */
    private static int first(String question, Content... contents) {
        List<Page> pages = IntStream.range(0, contents.length)
                .mapToObj(i -> contents[i].on(new PageBuilder(i)).build())
                .toList();
        return find(question, pages).getFirst().passage().number();
    }

    private static List<Ranked> find(String question, List<Page> pages) {
        DocumentIndex index = Asked.of("en", pages).index();
        return Retriever.find(index, Question.of(question, index.analysis())).passages();
    }
}
