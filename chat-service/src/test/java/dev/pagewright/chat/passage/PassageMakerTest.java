package dev.pagewright.chat.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PassageMakerTest {

    @Test
    void a_paragraph_stands_under_its_headings() {
        List<Passage> passages = passages(new PageBuilder(0)
                .heading(1, "Terms")
                .heading(2, "Termination")
                .paragraph("Either side may end the contract.")
                .build());

        assertThat(passages.getLast().text()).isEqualTo("Either side may end the contract.");
        assertThat(passages.getLast().context()).isEqualTo("Terms › Termination");
        assertThat(passages.getLast().number()).isEqualTo(1);
    }

    @Test
    void a_row_knows_its_label_its_columns_and_its_groups() {
        List<Passage> passages = passages(new PageBuilder(0)
                .paragraph("Sales by region (in millions):")
                .table(
                        true,
                        List.of(
                                List.of("", "2024", "2023"),
                                List.of("Europe"),
                                List.of("  Retail", "120", "110"),
                                List.of("  Wholesale", "80", "90")))
                .build());

        Passage wholesale = passages.getLast();
        assertThat(wholesale.text()).isEqualTo("Wholesale 80 90");
        assertThat(wholesale.context()).contains("in millions");
        TableRow row = Objects.requireNonNull(wholesale.row());
        assertThat(row.label()).isEqualTo("Wholesale");
        assertThat(row.group()).isEqualTo("Europe");
        assertThat(row.fields())
                .extracting(field -> field.header() + "=" + field.text())
                .containsExactly("2024=80", "2023=90");
    }

    @Test
    void figures_behind_labels_are_rows_even_where_the_page_shows_a_paragraph() {
        List<Passage> passages = passages(new PageBuilder(0)
                .paragraph("Components 3,788 1,637\nFinished goods 3,563 3,309")
                .build());

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("Components 3,788 1,637", "Finished goods 3,563 3,309");
        assertThat(passages).extracting(Passage::kind).containsOnly(Passage.Kind.ROW);
    }

    @Test
    void a_sentence_that_runs_on_carries_its_beginning_over_the_page() {
        List<Passage> passages = passages(
                new PageBuilder(0)
                        .paragraph("It rained. The river rose until the bridge of the old town")
                        .build(),
                new PageBuilder(1).paragraph("was closed for a week.").build());

        assertThat(passages.getLast().text()).isEqualTo("was closed for a week.");
        assertThat(passages.getLast().context()).isEqualTo("The river rose until the bridge of the old town");
        assertThat(passages.getLast().page()).isEqualTo(1);
    }

    @Test
    void a_piece_is_found_in_the_lines_that_hold_it() {
        List<Passage> passages = passages(new PageBuilder(0)
                .paragraph("The first line ends\nhere. The second sen-\ntence is on two lines.")
                .build());

        assertThat(Places.lines(passages.getFirst().lines(), "The second sen- tence"))
                .extracting(PlacedText::text)
                .containsExactly("here. The second sen-", "tence is on two lines.");
    }

    private static List<Passage> passages(Page... pages) {
        var maker = new PassageMaker(Locale.ENGLISH);
        for (Page page : pages) {
            maker.add(page);
        }
        return maker.passages();
    }
}
