package dev.pagewright.worker.vision.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Word;
import dev.pagewright.worker.layout.TypesetPage;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.vision.GeneratedPage;
import dev.pagewright.worker.vision.answer.AnswerParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroundingTest {

    @Test
    void findsEachWordWhereItStandsWhateverTheOrder() {
        int right = 0;
        int all = 0;
        for (long seed = 0; seed < 10; seed++) {
            var page = new GeneratedPage(seed, 0.03);
            List<List<String>> shuffled = new ArrayList<>(page.paragraphs().subList(0, 6));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.addAll(page.paragraphs().subList(6, page.paragraphs().size()));

            Grounded grounded = Grounding.ground(AnswerParser.parse(GeneratedPage.markdown(shuffled)), page.content());

            List<Word> words = grounded.layout().blocks().stream()
                    .flatMap(block -> block.lines().stream())
                    .flatMap(line -> line.words().stream())
                    .toList();
            assertThat(grounded.invented()).as("seed %d", seed).isLessThan(0.02);
            for (GeneratedPage.TrueWord truth : page.words()) {
                all++;
                right += words.stream()
                                .anyMatch(word -> word.text().equals(truth.text()) && close(word.box(), truth.box()))
                        ? 1
                        : 0;
            }
        }
        assertThat((double) right / all).isGreaterThan(0.985);
    }

    @Test
    void keepsTheModelsReadingWhereTheEnginesWereInDoubt() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "the quick brown fox jumps over the lazy dog")
                .content();
        Grounded grounded = ground("The quick brown fox jumps over the lazy dog.", seen);

        Block block = grounded.layout().blocks().getFirst();
        assertThat(block.content().unverified()).isFalse();
        assertThat(block.text()).isEqualTo("The quick brown fox jumps over the lazy dog.");
        assertThat(block.box()).isEqualTo(seen.lines().getFirst().box());
    }

    @Test
    void marksABlockForOneInventedWord() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "the quick brown fox jumps over the lazy dog")
                .content();

        Grounded grounded = ground("the quick brown fox jumps over the lazy elephant", seen);

        assertThat(grounded.layout().blocks().getFirst().content().unverified()).isTrue();
    }

    @Test
    void marksABlockForOneWrongDigit() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "Invoice 48213 of 12 March, total 1,249.50 EUR")
                .content();

        assertThat(unverified("Invoice 48213 of 12 March, total 1,249.50 EUR", seen))
                .isFalse();
        assertThat(unverified("Invoice 48213 of 12 March, total 1,449.50 EUR", seen))
                .isTrue();
        assertThat(unverified("Invoice 48213 of 12 March, total 249.50 EUR", seen))
                .isTrue();
        assertThat(unverified("Invoice 148213 of 12 March, total 1,249.50 EUR", seen))
                .isTrue();
    }

    @Test
    void bearsWordsThatOneSideJoinsOrTears() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "TOTALAMOUNT is five hun dred and six")
                .content();

        Grounded grounded = ground("TOTAL AMOUNT is five hundred and six", seen);

        Block block = grounded.layout().blocks().getFirst();
        assertThat(block.content().unverified()).isFalse();
        List<Word> words = block.lines().getFirst().words();
        assertThat(words.get(0).box().right())
                .isLessThanOrEqualTo(words.get(1).box().left() + 0.01);
    }

    @Test
    void addsWhatTheAnswerLeftOut() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "first line of the page is here")
                .line(72, 200, 10, "second line stands further below")
                .line(72, 300, 10, "third line is the last of all")
                .content();

        Grounded grounded = ground("first line of the page is here\n\nthird line is the last of all", seen);

        assertThat(grounded.layout().blocks())
                .extracting(Block::text)
                .containsExactly(
                        "first line of the page is here",
                        "second line stands further below",
                        "third line is the last of all");
    }

    @Test
    void marksAndPlacesWhatStandsNowhere() {
        PageContent seen = new TypesetPage()
                .line(72, 100, 10, "first line of the page is here")
                .line(72, 300, 10, "third line is the last of all")
                .content();

        Grounded grounded =
                ground("first line of the page is here\n\nnothing like that\n\nthird line is the last of all", seen);

        Block invented = grounded.layout().blocks().get(1);
        assertThat(invented.content().unverified()).isTrue();
        assertThat(invented.confidence()).isZero();
        assertThat(invented.box().top()).isBetween(100.0, 300.0);
        assertThat(grounded.invented()).isBetween(0.1, 0.4);
    }

    @Test
    void placesTheCellsOfATable() {
        PageContent seen = new TypesetPage()
                .spread(100, 10, TypesetPage.at(72, 200, 300), "Name", "2024", "2025")
                .spread(120, 10, TypesetPage.at(72, 200, 300), "Sales", "10", "20")
                .spread(140, 10, TypesetPage.at(72, 200, 300), "Costs", "10", "10")
                .content();

        Grounded grounded = ground("""
                | Name | 2024 | 2025 |
                |---|---|---|
                | Sales | 10 | 20 |
                | Costs | 10 | 10 |
                """, seen);

        assertThat(grounded.layout().tables()).singleElement().satisfies(table -> assertThat(table.cells())
                .filteredOn(cell -> cell.text().equals("10"))
                .extracting(
                        cell -> Math.round(cell.box().left()),
                        cell -> Math.round(cell.box().bottom()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(200L, 123L),
                        org.assertj.core.groups.Tuple.tuple(200L, 143L),
                        org.assertj.core.groups.Tuple.tuple(300L, 143L)));
        assertThat(grounded.layout().blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.content().unverified()).isFalse());
    }

    @Test
    void readsChineseByRuns() {
        PageContent seen =
                new TypesetPage().line(72, 100, 10, "国家统计局公布今年第一季度数据").content();

        assertThat(unverified("国家统计局公布今年第一季度数据", seen)).isFalse();
        assertThat(unverified("国家统计局公布今年完全虚构内容", seen)).isTrue();
    }

    @Test
    void takesLongAnswersWithNothingInCommonInGoodTime() {
        PageContent seen = new GeneratedPage(1, 0.5).content();
        String other = String.join(" ", Collections.nCopies(20_000, "zyx wvq"));

        assertThat(ground(other, seen).invented()).isGreaterThan(0.9);
    }

    private static boolean close(BoundingBox a, BoundingBox b) {
        return a.overlap(b) > 0.8 * Math.max(a.area(), b.area());
    }

    private static boolean unverified(String answer, PageContent seen) {
        return ground(answer, seen).layout().blocks().getFirst().content().unverified();
    }

    private static Grounded ground(String answer, PageContent seen) {
        return Grounding.ground(AnswerParser.parse(answer), seen);
    }
}
