package dev.pagewright.worker.layout;

import static dev.pagewright.worker.layout.TypesetPage.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.Block.PageFurniture.Kind;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageEdgesTest {

    @Test
    void aLoneNumberBelowTheTextIsThePagesNumber() {
        TypesetPage page = text().line(300, 760, 10, "- 17 -");

        assertThat(kinds(page)).contains(Kind.PAGE_NUMBER).hasSize(1);
    }

    @Test
    void aTitleWithANumberFarFromItIsAHeader() {
        TypesetPage page = text().spread(40, 9, at(72, 520), "British Husbandry", "400");

        assertThat(kinds(page)).containsExactly(Kind.PAGE_HEADER);
    }

    @Test
    void whereThePageWasDownloadedIsAFooter() {
        TypesetPage page = text().line(72, 775, 7, "Downloaded from https://example.org on July 12");

        assertThat(kinds(page)).containsExactly(Kind.PAGE_FOOTER);
    }

    @Test
    void numberedLinesAreNoHeaders() {
        var page = new TypesetPage();
        for (int i = 1; i < 26; i++) {
            page.spread(40 + 28 * i, 10, at(72, 120), "" + i, "What was said before the court in line " + i);
        }

        assertThat(kinds(page)).isEmpty();
    }

    @Test
    void aSmallLabelKeepsItsNumber() {
        var page = new TypesetPage().line(72, 100, 10, "Total").line(72, 760, 10, "12");

        assertThat(kinds(page)).isEmpty();
    }

    @Test
    void aLineUpTheMarginFollowsTheTextAsFurniture() {
        TypesetPage page = text().line(
                        TextStyle.ofSize(10),
                        "archive:1234",
                        List.of(new Word("archive:1234", new BoundingBox(20, 200, 30, 400), 1)),
                        270);

        assertThat(kinds(page)).containsExactly(Kind.PAGE_HEADER);
    }

    @Test
    void aLargeFirstLetterBelongsToItsWord() {
        var page = new TypesetPage()
                .line(72, 112, 24, "O")
                .line(88, 100, 10, "ver the past three decades the pressure from")
                .line(88, 112, 10, "governments and others has only increased and")
                .line(72, 124, 10, "will not cease in the years that are yet to come.");

        String first =
                LayoutAnalysis.analyse(page.content()).blocks().getFirst().text();

        assertThat(first).startsWith("Over the past three decades the pressure from governments");
    }

    private static TypesetPage text() {
        return new TypesetPage()
                .paragraph(
                        72,
                        540,
                        100,
                        10,
                        "Text of a page that goes on for a while. ".repeat(20).strip());
    }

    private static List<Kind> kinds(TypesetPage page) {
        return LayoutAnalysis.analyse(page.content()).blocks().stream()
                .filter(Block.PageFurniture.class::isInstance)
                .map(block -> ((Block.PageFurniture) block).kind())
                .toList();
    }
}
