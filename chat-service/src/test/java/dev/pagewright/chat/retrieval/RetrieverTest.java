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
    void what_stands_under_a_heading_that_is_asked_for() {
        assertThat(first(
                        "What does the warranty cover?",
                        page -> page.heading(2, "Delivery").paragraph("It covers parts and work for two years."),
                        page -> page.heading(2, "Warranty").paragraph("It covers parts and work for two years.")))
                .isEqualTo(2);
        assertThat(first(
                        "languages",
                        page -> page.heading(2, "Hobbies").paragraph("Rowing, chess"),
                        page -> page.heading(2, "Languages").paragraph("Dutch, Greek")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"invoise total, 2", "Wie hoch ist der Gesamtbetrag?, 2", "¿Cuál es la fecha de vencimiento?, 1"})
    void misspelt_and_foreign_words_find_what_they_mean(String question, int page) {
        assertThat(first(
                        question,
                        paragraph("Due date: 5 March 2026"),
                        paragraph("Invoice total: 215.00 USD"),
                        paragraph("Thank you for your order.")))
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
