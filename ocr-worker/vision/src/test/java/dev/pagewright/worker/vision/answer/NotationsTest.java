package dev.pagewright.worker.vision.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pagewright.worker.vision.answer.Draft.Grid.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What models answer in notations of their own. */
class NotationsTest {

    private static final String OTSL =
            "Sales<fcel>Region<lcel><fcel>2024<nl><fcel>North<fcel>Bergen & co<fcel>p<0.05<nl><ucel><fcel>Oslo<ecel><nl>after";

    private static final String LAYOUT = """
            [{"bbox": [10, 10, 90, 20], "category": "Title", "text": "Annual report"},
             {"bbox": [10, 30, 90, 40], "category": "Section-header", "text": "## Results"},
             {"bbox": [10, 50, 90, 60], "category": "Text", "text": "Sales *rose*."},
             {"bbox": [10, 60, 90, 70], "category": "Picture"},
             {"bbox": [10, 70, 90, 80], "category": "Formula", "text": "a^2 = b"},
             {"category": "Table", "text": "<table><tr><td>1</td><td>2</td></tr></table>", "bbox": [1, 2, 3, 4]}]""";

    private static final String MARKED = """
            <|ref|>title<|/ref|><|det|>[[68, 40, 930, 90]]<|/det|>
            # Annual report

            <|ref|>text<|/ref|><|det|>[[68, 100, 930, 190]]<|/det|>
            Sales rose.
            """;

    private static final String LINES = """
            <|ref|>Annual report<|/ref|><|det|>[[68, 40, 930, 90]]<|/det|>
            <|ref|>Sales rose.<|/ref|><|det|>[[68, 100, 930, 190]]<|/det|>
            """;

    private static final String BARE = """
            title[[68, 40, 930, 90]]
            # Annual report

            text[[68, 100, 930, 190]]
            Sales rose.
            """;

    private static final String HTML = """
            <html><body>
            <h1 data-bbox="68 40 930 90">Annual report</h1>
            <p data-bbox="68 100 930 190">Sales <b>rose</b>.</p>
            <ol start="3"><li>first<ul><li>inner</li></ul></li><li>second</li></ol>
            <div class="image"><img data-bbox="1 2 3 4" alt="a harbour"/></div>
            <table><tr><th>a</th></tr><tr><td>1</td></tr></table>
            <script>alert(1)</script>
            </body></html>""";

    private static final String FRONT_MATTER = """
            ---
            primary_language: en
            is_rotation_valid: True
            rotation_correction: 0
            is_table: False
            ---
            Sales rose.""";

    @Test
    void aTableInOtslHasItsSpans() {
        assertThat(AnswerParser.parse(OTSL))
                .containsExactly(
                        new Draft.Paragraph("Sales"),
                        new Draft.Grid(
                                3,
                                3,
                                List.of(
                                        new Field(0, 0, 1, 2, false, "Region"),
                                        new Field(0, 2, 1, 1, false, "2024"),
                                        new Field(1, 0, 2, 1, false, "North"),
                                        new Field(1, 1, 1, 1, false, "Bergen & co"),
                                        new Field(1, 2, 1, 1, false, "p<0.05"),
                                        new Field(2, 1, 1, 1, false, "Oslo"),
                                        new Field(2, 2, 1, 1, false, ""))),
                        new Draft.Paragraph("after"));
    }

    @Test
    void aListOfLayoutElementsIsItsBlocks() {
        List<Draft> drafts = AnswerParser.parse(LAYOUT);

        assertThat(drafts.subList(0, 4))
                .containsExactly(
                        new Draft.Heading(1, "Annual report"),
                        new Draft.Heading(2, "Results"),
                        new Draft.Paragraph("Sales rose."),
                        new Draft.Formula("a^2 = b"));
        assertThat(drafts.get(4)).isInstanceOf(Draft.Grid.class);
        assertThat(AnswerParser.parse("```json\n" + LAYOUT + "\n```")).isEqualTo(drafts);
    }

    @Test
    void aListThatBreaksOffKeepsItsWholeElements() {
        assertThat(AnswerParser.parse(LAYOUT.substring(0, LAYOUT.indexOf("Picture"))))
                .containsExactly(
                        new Draft.Heading(1, "Annual report"),
                        new Draft.Heading(2, "Results"),
                        new Draft.Paragraph("Sales rose."));
    }

    @Test
    void placesAreNoText() {
        List<Draft> expected = List.of(new Draft.Heading(1, "Annual report"), new Draft.Paragraph("Sales rose."));

        assertThat(AnswerParser.parse(MARKED)).isEqualTo(expected);
        assertThat(AnswerParser.parse(BARE)).isEqualTo(expected);
        assertThat(AnswerParser.parse(LINES))
                .extracting(Draft::pieces)
                .asString()
                .contains("Annual report", "Sales rose.")
                .doesNotContain("930");
        assertThat(AnswerParser.parse(FRONT_MATTER)).containsExactly(new Draft.Paragraph("Sales rose."));
    }

    @Test
    void aPageInHtmlKeepsItsOrder() {
        assertThat(AnswerParser.parse(HTML))
                .containsExactly(
                        new Draft.Heading(1, "Annual report"),
                        new Draft.Paragraph("Sales rose."),
                        new Draft.Item(0, "3.", true, "first"),
                        new Draft.Item(1, "•", false, "inner"),
                        new Draft.Item(0, "4.", true, "second"),
                        new Draft.Figure("a harbour"),
                        new Draft.Grid(
                                2, 1, List.of(new Field(0, 0, 1, 1, true, "a"), new Field(1, 0, 1, 1, false, "1"))));
    }

    @Test
    void whatOnlyLooksLikeANotationIsText() {
        assertThat(AnswerParser.parse("[1] The first note")).containsExactly(new Draft.Paragraph("[1] The first note"));
        assertThat(AnswerParser.parse("[{\"category\": 7, broken")).hasSize(1);
    }

    static List<String> answers() {
        return List.of(OTSL, LAYOUT, MARKED, LINES, BARE, HTML, FRONT_MATTER);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothingThatBreaksOffFails(String answer) {
        for (int end = 0; end <= answer.length(); end++) {
            String cut = answer.substring(0, end);
            assertThatCode(() -> AnswerParser.parse(cut)).as(cut).doesNotThrowAnyException();
        }
    }
}
