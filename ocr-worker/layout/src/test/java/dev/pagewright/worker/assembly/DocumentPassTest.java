package dev.pagewright.worker.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.Block.PageFurniture.Kind;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Unit;
import dev.pagewright.error.PageErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocumentPassTest {

    private static final String TEXT =
            "Body text that is long enough to stand for the paragraphs of a page. ".repeat(6);

    @Test
    void whatRepeatsAtTheEdgeIsFurniture() throws IOException {
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pages.add(page(
                    i,
                    paragraph("Annual Report 2024", 30, 9),
                    paragraph("The text of page " + i + ". " + TEXT, 300, 10),
                    paragraph("Page " + (i + 7) + " of 40", 760, 9)));
        }

        Map<Integer, Page> changed = run(pages);

        assertThat(changed).hasSize(4);
        assertThat(kinds(page(changed, 2))).containsExactly(Kind.PAGE_HEADER, null, Kind.PAGE_NUMBER);
    }

    @Test
    void pagesWithALineAtTheTopAloneKeepIt() throws IOException {
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pages.add(page(i, paragraph("This is page " + (i + 1) + " of the document", 70, 12)));
        }

        assertThat(run(pages)).isEmpty();
    }

    @Test
    void linesThatDifferInWhatTheirNumbersSayAreText() throws IOException {
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pages.add(page(
                    i,
                    paragraph("Invoice " + (4711 + 13 * i), 60, 12),
                    paragraph("Chapter " + (i + 1) + " tells of the year " + (1990 + i), 90, 12),
                    paragraph(TEXT, 300, 10)));
        }

        assertThat(run(pages)).isEmpty();
    }

    @Test
    void aHeaderMayHoldThePageNumberAndAYear() throws IOException {
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pages.add(
                    page(i, paragraph("Form 10-Q 2024 | Page " + (i + 3) + " of 40", 60, 9), paragraph(TEXT, 300, 10)));
        }

        assertThat(kinds(page(run(pages), 4))).containsExactly(Kind.PAGE_HEADER, null);
    }

    @Test
    void aTitleThatStandsOnEveryPageInLargeTypeStaysText() throws IOException {
        List<PageResult> pages = List.of(
                page(0, heading("Invoice", 1, 30, 24), paragraph(TEXT, 300, 10)),
                page(1, heading("Invoice", 1, 30, 24), paragraph(TEXT, 300, 10)));

        assertThat(run(pages)).isEmpty();
    }

    @Test
    void levelsOfHeadingsAreThoseOfTheDocument() throws IOException {
        List<PageResult> pages = List.of(
                page(0, heading("The Book", 2, 200, 24), paragraph(TEXT, 300, 10)),
                page(1, heading("Chapter", 1, 200, 16), paragraph(TEXT, 300, 10)),
                page(2, heading("Section", 1, 200, 12), paragraph(TEXT, 300, 10)));

        Map<Integer, Page> changed = run(pages);

        assertThat(level(page(changed, 0))).isEqualTo(1);
        assertThat(level(page(changed, 1))).isEqualTo(2);
        assertThat(level(page(changed, 2))).isEqualTo(3);
    }

    @Test
    void aHeadingNoLargerThanTheDocumentsBodyIsNone() throws IOException {
        List<PageResult> pages = List.of(
                page(0, paragraph(TEXT.repeat(5), 300, 10)),
                page(
                        1,
                        heading("Only beside a footnote does this look large", 3, 200, 10),
                        paragraph("small", 300, 8)));

        Map<Integer, Page> changed = run(pages);

        assertThat(page(changed, 1).blocks().getFirst()).isInstanceOf(Block.Paragraph.class);
    }

    @Test
    void aTableGoesOnOverThePage() throws IOException {
        List<PageResult> pages =
                List.of(tablePage(0, paragraph("A table follows. " + TEXT, 100, 10)), tablePage(1), tablePage(2));

        Map<Integer, Page> changed = run(pages);

        assertThat(changed.keySet()).containsExactly(1, 2);
        assertThat(page(changed, 1).tables().getFirst().continued()).isTrue();
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        List<PageResult> pages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pages.add(page(
                    i,
                    heading("Running Head", 3, 30, 12),
                    heading("Chapter " + i, 2, 200, 18),
                    paragraph(TEXT, 300, 10),
                    paragraph("" + (i + 1), 770, 10)));
        }
        run(pages).forEach((index, page) -> pages.set(index, new PageResult.Read(page)));

        assertThat(run(pages)).isEmpty();
    }

    @Test
    void pagesThatFailedTakeNoPart() throws IOException {
        List<PageResult> pages = List.of(
                new PageResult.Failed(0, 1, PageErrorCode.PAGE_CORRUPT, "The page is damaged."),
                page(1, paragraph(TEXT, 300, 10)));

        assertThat(run(pages)).isEmpty();
    }

    private static Map<Integer, Page> run(List<PageResult> pages) throws IOException {
        Map<Integer, Page> changed = new TreeMap<>();
        DocumentPass.run(
                new PageSource() {
                    @Override
                    public int count() {
                        return pages.size();
                    }

                    @Override
                    public PageResult read(int index) {
                        return pages.get(index);
                    }
                },
                page -> changed.put(page.index(), page));
        return changed;
    }

    private static Page page(Map<Integer, Page> changed, int index) {
        return Optional.ofNullable(changed.get(index)).orElseThrow();
    }

    private static int level(Page page) {
        return ((Block.Heading) page.blocks().getFirst()).level();
    }

    private static List<Kind> kinds(Page page) {
        return page.blocks().stream()
                .map(block -> block instanceof Block.PageFurniture furniture ? furniture.kind() : null)
                .toList();
    }

    private static PageResult tablePage(int index, Block... before) {
        var box = new BoundingBox(72, index == 0 ? 500 : 80, 540, 700);
        var table = new Table(
                box,
                1,
                2,
                1,
                List.of(new Cell(0, 0, 1, 1, false, "a", box), new Cell(0, 1, 1, 1, false, "b", box)),
                false);
        List<Block> blocks = new ArrayList<>(List.of(before));
        blocks.add(new Block.TableBlock(new Content("a\tb", box, 1, List.of()), 0));
        return new PageResult.Read(page(index, blocks).with(blocks, List.of(table)));
    }

    private static PageResult page(int index, Block... blocks) {
        return new PageResult.Read(page(index, List.of(blocks)));
    }

    private static Page page(int index, List<Block> blocks) {
        List<Block> placed = blocks.stream()
                .filter(block -> !(block instanceof Block.TableBlock))
                .toList();
        return new Page(
                index,
                index + 1,
                612,
                792,
                Unit.PT,
                0,
                PageTransform.IDENTITY,
                new Reading(Engine.TEXT_LAYER, Set.of(), EngineReason.TEXT_LAYER_TRUSTED, "en"),
                placed,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Block paragraph(String text, double y, double size) {
        return new Block.Paragraph(content(text, y, size));
    }

    private static Block heading(String text, int level, double y, double size) {
        return new Block.Heading(content(text, y, size), level);
    }

    private static Content content(String text, double y, double size) {
        var box = new BoundingBox(72, y - size, 540, y);
        return new Content(
                text, box, 1, List.of(new Line(text, box, 1, Engine.TEXT_LAYER, TextStyle.ofSize(size), 0, List.of())));
    }
}
