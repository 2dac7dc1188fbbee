package dev.pagewright.worker.vision.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerParserTest {

    @Test
    void readsTheBlocksOfMarkdown() {
        assertThat(AnswerParser.parse("""
                        ## The *second* level

                        Two lines
                        of one paragraph.

                        3. third
                           - inner
                        4. fourth

                        ```java
                        int x = 1;
                          y();
                        ```
                        """))
                .containsExactly(
                        new Draft.Heading(2, "The second level"),
                        new Draft.Paragraph("Two lines\nof one paragraph."),
                        new Draft.Item(0, "3.", true, "third"),
                        new Draft.Item(1, "•", false, "inner"),
                        new Draft.Item(0, "4.", true, "fourth"),
                        new Draft.Code("int x = 1;\n  y();"));
    }

    @Test
    void readsGfmTables() {
        assertThat(AnswerParser.parse("| a | b |\n|---|---|\n| 1 | 2 |"))
                .containsExactly(new Draft.Grid(
                        2,
                        2,
                        List.of(
                                new Draft.Grid.Field(0, 0, 1, 1, true, "a"),
                                new Draft.Grid.Field(0, 1, 1, 1, true, "b"),
                                new Draft.Grid.Field(1, 0, 1, 1, false, "1"),
                                new Draft.Grid.Field(1, 1, 1, 1, false, "2"))));
    }

    @Test
    void readsHtmlTablesWithSpansAndBlankLines() {
        assertThat(AnswerParser.parse("""
                        before

                        <table><thead><tr><th colspan="2">head</th></tr></thead>

                        <tr><td rowspan="9">left</td><td>up</td></tr>
                        <tr><td>do<br>wn &amp; out</td></tr></table>

                        after"""))
                .containsExactly(
                        new Draft.Paragraph("before"),
                        new Draft.Grid(
                                3,
                                2,
                                List.of(
                                        new Draft.Grid.Field(0, 0, 1, 2, true, "head"),
                                        new Draft.Grid.Field(1, 0, 2, 1, false, "left"),
                                        new Draft.Grid.Field(1, 1, 1, 1, false, "up"),
                                        new Draft.Grid.Field(2, 1, 1, 1, false, "do\nwn & out"))),
                        new Draft.Paragraph("after"));
    }

    @Test
    void keepsLatexFromMarkdown() {
        assertThat(AnswerParser.parse("""
                        As \\(a_1 * b_2 * c\\) shows:

                        $$\\sum_{i=1}^{n} x_i * y_i$$

                        \\[ E = mc^2 \\]
                        """))
                .containsExactly(
                        new Draft.Paragraph("As $a_1 * b_2 * c$ shows:"),
                        new Draft.Formula("\\sum_{i=1}^{n} x_i * y_i"),
                        new Draft.Formula("E = mc^2"));
    }

    @Test
    void takesMoneyForMoney() {
        assertThat(AnswerParser.parse("between $5 and $10, or $20 in all"))
                .containsExactly(new Draft.Paragraph("between $5 and $10, or $20 in all"));
    }

    @Test
    void runsNoScriptAndKeepsNoneOfIt() {
        List<Draft> drafts = AnswerParser.parse("""
                <script>steal()

                more()</script>

                <div onclick="steal()">kept<style>p{}</style></div>

                inline <script>steal()</script> text

                <table><tr><td><iframe src="x">frame</iframe>cell<script>steal()</script></td></tr></table>

                <!-- hidden -->
                """);

        assertThat(drafts.stream().flatMap(draft -> draft.pieces().stream()))
                .noneMatch(text -> text.contains("steal") || text.contains("hidden") || text.contains("frame"))
                .contains("kept", "cell");
    }

    @Test
    void survivesWhatIsMadeToBreakIt() {
        String deep = "> ".repeat(5000) + "x\n\n" + "<div>".repeat(5000) + "\n\n" + "[".repeat(5000) + "*".repeat(5000);
        assertThat(AnswerParser.parse(deep)).isNotNull();
        assertThat(AnswerParser.parse("<table>" + "<tr><td rowspan=9999 colspan=9999>x</td></tr>".repeat(300)))
                .isNotEmpty();
        assertThat(AnswerParser.parse("$".repeat(20_000))).isNotNull();
        assertThat(AnswerParser.parse("<table".repeat(3000))).isNotNull();
        assertThat(AnswerParser.parse("\uE0000\uE001 \uE00099\uE001")).isNotNull();
        assertThat(AnswerParser.parse("|".repeat(3000) + "\n" + "|-".repeat(3000) + "|\n"))
                .isNotNull();
    }

    @Test
    void removesWhatWrapsTheAnswer() {
        List<Draft> bare = List.of(new Draft.Paragraph("text"));
        assertThat(AnswerParser.parse("```markdown\ntext\n```")).isEqualTo(bare);
        assertThat(AnswerParser.parse("---\nprimary_language: en\nis_table: False\n---\ntext"))
                .isEqualTo(bare);
        assertThat(AnswerParser.parse("<think>hm</think>text")).isEqualTo(bare);
        assertThat(AnswerParser.parse("<|ref|>text<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\ntext"))
                .isEqualTo(bare);
    }

    @Test
    void tellsCaptions() {
        assertThat(AnswerParser.parse("![a dog](x.png)\n\nFigure 3: the dog\n\nFigure 9 is elsewhere, in the text."))
                .containsExactly(
                        new Draft.Figure("a dog"),
                        new Draft.Caption("Figure 3: the dog"),
                        new Draft.Paragraph("Figure 9 is elsewhere, in the text."));
    }
}
