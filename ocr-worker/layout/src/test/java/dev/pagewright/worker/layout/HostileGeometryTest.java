package dev.pagewright.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.Ruling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the geometry: no exception, no text lost, bounded time. */
class HostileGeometryTest {

    /** Loose on purpose: a machine under load must not fail it, quadratic time would. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void anEmptyPageHasNoBlocks() {
        Layout layout = LayoutAnalysis.analyse(new PageContent(0, 0, List.of(), List.of(), List.of()));

        assertThat(layout.blocks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void wordsAnywhereAreAllKept(int seed) {
        var random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add(line("w" + i, anyBox(random), random.nextInt(8) * 45, random.nextInt(3) * 8));
        }
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BoundingBox box = anyBox(random);
            rulings.add(new Ruling(box.left(), box.top(), box.right(), box.bottom(), random.nextDouble()));
        }

        Layout layout = LayoutAnalysis.analyse(new PageContent(600, 800, lines, rulings, List.of(anyBox(random))));

        assertThat(words(layout))
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().map(Line::text).toList());
    }

    @Test
    void wordsWithoutSizeOrFarAwayAreKept() {
        List<Line> lines = List.of(
                line("zero", new BoundingBox(10, 10, 10, 10), 0, 0),
                line("far", new BoundingBox(-1e300, -1e300, 1e300, 1e300), 0, 0),
                line("endless", new BoundingBox(0, 0, Double.POSITIVE_INFINITY, 1), 0, Double.NaN),
                line("nowhere", new BoundingBox(Double.NEGATIVE_INFINITY, 0, 0, 0), Double.NaN, 1e300),
                line("plain", new BoundingBox(10, 30, 60, 40), 0, 10));

        Layout layout = LayoutAnalysis.analyse(new PageContent(600, 800, lines, List.of(), List.of()));

        assertThat(words(layout)).containsExactlyInAnyOrder("zero", "far", "endless", "nowhere", "plain");
    }

    @Test
    void aStripOfThirtyThousandPixelsIsRead() {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            words.add(new Word("w" + i, new BoundingBox(i * 10, 0, i * 10 + 7, 10), 1));
        }
        var strip = new Line("", new BoundingBox(0, 0, 30_000, 10), 1, Engine.TESSERACT, TextStyle.UNKNOWN, 0, words);
        var line = new Line(
                String.join(" ", words.stream().map(Word::text).toList()),
                strip.box(),
                1,
                strip.engine(),
                strip.style(),
                0,
                words);

        Layout layout = LayoutAnalysis.analyse(new PageContent(30_000, 10, List.of(line), List.of(), List.of()));

        assertThat(words(layout)).hasSize(3000);
    }

    @Test
    void twentyThousandWordsOnAPageTakeBoundedTime() {
        var random = new Random(7);
        List<Line> grid = new ArrayList<>();
        List<Line> scattered = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double x = i % 100 * 6;
            double y = i / 100 * 4;
            grid.add(line("g" + i, new BoundingBox(x, y, x + 4, y + 3), 0, 3));
            double left = random.nextDouble() * 600;
            double top = random.nextDouble() * 800;
            scattered.add(line("s" + i, new BoundingBox(left, top, left + 5, top + 3), 0, 3));
        }

        List<String> gridWords = assertTimeoutPreemptively(
                LIMIT, () -> words(LayoutAnalysis.analyse(new PageContent(600, 800, grid, List.of(), List.of()))));
        List<String> scatteredWords = assertTimeoutPreemptively(
                LIMIT, () -> words(LayoutAnalysis.analyse(new PageContent(600, 800, scattered, List.of(), List.of()))));

        assertThat(gridWords).hasSize(20_000);
        assertThat(scatteredWords).hasSize(20_000);
    }

    private static BoundingBox anyBox(Random random) {
        double x = random.nextDouble() * 600;
        double y = random.nextDouble() * 800;
        double width = random.nextInt(4) == 0 ? 0 : random.nextDouble() * (random.nextInt(5) == 0 ? 500 : 40);
        double height = random.nextInt(4) == 0 ? 0 : random.nextDouble() * (random.nextInt(9) == 0 ? 500 : 12);
        return new BoundingBox(x, y, x + width, y + height);
    }

    private static Line line(String text, BoundingBox box, double angle, double size) {
        return new Line(
                text, box, 1, Engine.TEXT_LAYER, TextStyle.ofSize(size), angle, List.of(new Word(text, box, 1)));
    }

    private static List<String> words(Layout layout) {
        return layout.blocks().stream()
                .map(Block::lines)
                .flatMap(List::stream)
                .flatMap(line -> line.words().stream())
                .map(Word::text)
                .toList();
    }
}
