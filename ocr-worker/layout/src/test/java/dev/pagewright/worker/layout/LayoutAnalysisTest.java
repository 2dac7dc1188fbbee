package dev.pagewright.worker.layout;

import static dev.pagewright.worker.layout.TypesetPage.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.TextStyle;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutAnalysisTest {

    private static final String LOREM = "The committee met in the spring and heard what the engineers had found in the"
            + " valley where the river turns and the old road crosses it twice before the town";
    private static final String OTHER = "Another account of those weeks tells of rain that would not end and of the"
            + " people who carried sand to the banks by night until the water fell at last";

    @Test
    void columnsAreReadOneAfterTheOther() {
        TypesetPage page = twoColumns();

        List<String> texts = texts(page.content());

        assertThat(texts).containsExactly("A Title That Goes Over the Whole Page", LOREM, OTHER);
    }

    @Test
    void aLineThatSpansColumnsIsSplitByItsWords() {
        var page = new TypesetPage();
        String[] left = {
            "first words of the left", "column go on here and", "then they come to their", "end in four lines now."
        };
        String[] right = {
            "while the right column", "has its own story that", "begins after the left", "one has been read whole."
        };
        for (int i = 0; i < 4; i++) {
            page.spread(100 + 12 * i, 10, at(72, 320), left[i], right[i]);
        }

        List<String> texts = texts(page.content());

        assertThat(texts).containsExactly(String.join(" ", left), String.join(" ", right));
    }

    @Test
    void aTitleInTheMiddlePartsColumnsAboveFromThoseBelow() {
        var page = new TypesetPage()
                .paragraph(72, 290, 100, 10, "one " + LOREM)
                .paragraph(320, 540, 100, 10, "two " + LOREM)
                .line(72, 300, 18, "A Heading Over Both of the Columns")
                .paragraph(72, 290, 340, 10, "three " + LOREM)
                .paragraph(320, 540, 340, 10, "four " + LOREM);

        List<String> texts = texts(page.content());

        assertThat(texts)
                .containsExactly(
                        "one " + LOREM,
                        "two " + LOREM,
                        "A Heading Over Both of the Columns",
                        "three " + LOREM,
                        "four " + LOREM);
    }

    @Test
    void threeColumnsAreReadFromLeftToRight() {
        var page = new TypesetPage()
                .paragraph(400, 540, 100, 10, "three " + LOREM)
                .paragraph(60, 210, 100, 10, "one " + LOREM)
                .paragraph(230, 380, 100, 10, "two " + LOREM);

        assertThat(texts(page.content())).containsExactly("one " + LOREM, "two " + LOREM, "three " + LOREM);
    }

    @Test
    void fieldsOfRowsAreReadRowByRow() {
        var page = new TypesetPage()
                .spread(100, 10, at(72, 300), "Name:", "Ada")
                .spread(130, 10, at(72, 300), "Town:", "London")
                .spread(160, 10, at(72, 300), "Year:", "1843");

        assertThat(String.join(" ", texts(page.content()))).isEqualTo("Name: Ada Town: London Year: 1843");
    }

    @Test
    void aFieldBetweenTwoOthersIsReadBetweenThemThoughItStandsALittleLower() {
        var page = new TypesetPage()
                .line(72, 100, 10, "#027553")
                .line(300, 99.5, 10, "12:45")
                .line(150, 101, 10, "27/06/2018");

        assertThat(texts(page.content())).containsExactly("#027553 27/06/2018 12:45");
    }

    @Test
    void rightToLeftColumnsAreReadFromTheRight() {
        String first = "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם כולם חוננו בתבונה ובמצפון";
        String second = "לפיכך חובה עליהם לנהוג איש ברעהו ברוח של אחווה בכל מקום ובכל זמן שיהיה";
        var page = new TypesetPage();
        rightToLeftParagraph(page, 540, first);
        rightToLeftParagraph(page, 290, second);

        assertThat(texts(page.content())).containsExactly(first, second);
    }

    @Test
    void headingsAreTellableBySizeAndWeight() {
        var page = new TypesetPage()
                .line(72, 90, 20, "The Report")
                .line(72, 120, new TextStyle(10, true, false, false), "Summary")
                .paragraph(72, 540, 140, 10, LOREM + " " + OTHER);

        List<Block> blocks = LayoutAnalysis.analyse(page.content()).blocks();

        assertThat(blocks).hasExactlyElementsOfTypes(Block.Heading.class, Block.Heading.class, Block.Paragraph.class);
        assertThat(((Block.Heading) blocks.get(0)).level()).isLessThan(((Block.Heading) blocks.get(1)).level());
    }

    @Test
    void paragraphsPartAtIndentsAndAtShortLines() {
        var page = new TypesetPage()
                .line(72, 100, 10, "The first paragraph has lines that fill the measure of its column")
                .line(72, 112, 10, "and it ends early.")
                .line(84, 124, 10, "The second one is set in, as books do it, and then goes on at the")
                .line(72, 136, 10, "edge for as long as there is something that ought to be told here.")
                .line(84, 148, 10, "The third begins although the second's last line was full, which");

        assertThat(texts(page.content())).hasSize(3);
    }

    @Test
    void wordsBrokenAtALinesEndAreJoined() {
        var page = new TypesetPage()
                .line(72, 100, 10, "It was an extraordinarily good example of a hyphen-")
                .line(72, 112, 10, "ated word, and of a well-known one like self-")
                .line(72, 124, 10, "made, which keeps its hyphen, and so does a well-")
                .line(72, 136, 10, "known one that stands elsewhere on the same page.");

        assertThat(texts(page.content()))
                .containsExactly("It was an extraordinarily good example of a hyphenated word, and of a well-known one"
                        + " like self-made, which keeps its hyphen, and so does a well-known one that stands elsewhere"
                        + " on the same page.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfLinesDoesNotMatter(long seed) {
        TypesetPage page = twoColumns();

        Layout layout = LayoutAnalysis.analyse(page.shuffled(seed));

        assertThat(layout).isEqualTo(LayoutAnalysis.analyse(page.content()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.7, 4.1666, 30})
    void scaleAndPlaceDoNotMatter(double scale) {
        TypesetPage page = twoColumns();

        List<String> texts = texts(page.mapped(
                612 * scale + 50,
                792 * scale + 20,
                scale,
                0,
                box -> new BoundingBox(
                        box.left() * scale + 50,
                        box.top() * scale + 20,
                        box.right() * scale + 50,
                        box.bottom() * scale + 20)));

        assertThat(texts).isEqualTo(texts(page.content()));
    }

    @Test
    void aPageTurnedByAQuarterHasTheSameTextAndItsBoxesTurned() {
        TypesetPage page = twoColumns();
        PageContent turned = page.mapped(
                792, 612, 1, 90, box -> new BoundingBox(792 - box.bottom(), box.left(), 792 - box.top(), box.right()));

        Layout layout = LayoutAnalysis.analyse(turned);

        assertThat(layout.blocks().stream().map(Block::text).toList()).isEqualTo(texts(page.content()));
        BoundingBox first =
                LayoutAnalysis.analyse(page.content()).blocks().getFirst().box();
        BoundingBox box = layout.blocks().getFirst().box();
        assertThat(box.right()).isEqualTo(792 - first.top(), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(box.top()).isEqualTo(first.left(), org.assertj.core.api.Assertions.within(1e-6));
    }

    private static TypesetPage twoColumns() {
        return new TypesetPage()
                .line(72, 80, 20, "A Title That Goes Over the Whole Page")
                .paragraph(72, 290, 120, 10, LOREM)
                .paragraph(320, 540, 120, 10, OTHER);
    }

    private static void rightToLeftParagraph(TypesetPage page, double right, String text) {
        var row = new StringBuilder();
        int y = 100;
        for (String word : text.split(" ", -1)) {
            if (row.length() + word.length() > 32) {
                page.rightToLeft(right, y, 12, row.toString().strip());
                row.setLength(0);
                y += 14;
            }
            row.append(word).append(' ');
        }
        page.rightToLeft(right, y, 12, row.toString().strip());
    }

    static List<String> texts(PageContent content) {
        return LayoutAnalysis.analyse(content).blocks().stream()
                .map(Block::text)
                .toList();
    }
}
