package dev.pagewright.document.testing;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Translation;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any page that the model allows, with any text that can be written as UTF-8. */
public final class ArbitraryPages {

    private ArbitraryPages() {}

    public static Arbitrary<Page> pages() {
        Arbitrary<List<Table>> tables = tables().list().ofMaxSize(2);
        return tables.flatMap(some -> blocks(some.size()).list().ofMaxSize(6).flatMap(blocks -> Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        numbers(0, 5000),
                        Arbitraries.of(Unit.class),
                        Arbitraries.of(0, 90, 180, 270),
                        transforms(),
                        readings(),
                        links().list().ofMaxSize(3),
                        debug())
                .as((index, size, unit, rotation, map, reading, links, debug) -> new Page(
                        index, index + 1, size, size / 2, unit, rotation, map, reading, blocks, some, links, debug))));
    }

    /** Text of any script, with what means something in Markdown, HTML and JSON. */
    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .all()
                        .excludeChars('\uFFFE', '\uFFFF')
                        .ofMaxLength(30)
                        .filter(ArbitraryPages::whole),
                Arbitraries.strings()
                        .withChars("#*_-+.>1)[](){}!`~|<&;:=$\\ \n\t\"'/abcxX")
                        .ofMaxLength(40));
    }

    private static boolean whole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Arbitrary<Block> blocks(int tables) {
        return Combinators.combine(contents(), texts(), Arbitraries.integers().between(0, 12 + Math.min(1, tables)))
                .as((content, marker, kind) -> switch (kind) {
                    case 0 -> new Block.Heading(content, 1 + marker.length() % 6);
                    case 1 -> new Block.Paragraph(content);
                    case 2 -> new Block.ListItem(content, marker.length() % 4, marker, false);
                    case 3 -> new Block.ListItem(content, marker.length() % 4, "3.", true);
                    case 4 -> new Block.Figure(content);
                    case 5 -> new Block.Caption(content);
                    case 6 -> new Block.Formula(content, marker);
                    case 7 -> new Block.Formula(content, "");
                    case 8 -> new Block.Code(content);
                    case 9 -> new Block.Footnote(content, marker);
                    case 10 -> new Block.PageFurniture(content, Block.PageFurniture.Kind.PAGE_HEADER);
                    case 11 -> new Block.PageFurniture(content, Block.PageFurniture.Kind.PAGE_FOOTER);
                    case 12 -> new Block.PageFurniture(content, Block.PageFurniture.Kind.PAGE_NUMBER);
                    default -> new Block.TableBlock(content, marker.length() % tables);
                });
    }

    private static Arbitrary<Content> contents() {
        return Combinators.combine(
                        texts(),
                        boxes(),
                        numbers(0, 1),
                        lines().list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        texts().map(text -> new Translation(text, null)).injectNull(0.7))
                .as(Content::new);
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        texts(),
                        boxes(),
                        numbers(0, 1),
                        Arbitraries.of(Engine.class),
                        Arbitraries.of(TextStyle.UNKNOWN, new TextStyle(11.5, true, false, true)),
                        Arbitraries.of(0.0, 90.0, 1.25),
                        words().list().ofMaxSize(3))
                .as(Line::new);
    }

    private static Arbitrary<Word> words() {
        return Combinators.combine(texts(), boxes(), numbers(0, 1)).as(Word::new);
    }

    private static Arbitrary<Table> tables() {
        return Combinators.combine(boxes(), texts(), texts(), Arbitraries.of(true, false))
                .as((box, first, second, header) -> new Table(
                        box,
                        2,
                        3,
                        0.5,
                        List.of(
                                new Cell(0, 0, 2, 1, header, first, box),
                                new Cell(0, 1, 1, 2, header, second, box),
                                new Cell(1, 2, 1, 1, false, first + second, box)),
                        header));
    }

    private static Arbitrary<Link> links() {
        return Combinators.combine(boxes(), texts())
                .as((box, text) ->
                        new Link(box, "https://example.org/" + text.replaceAll("[^\\p{L}\\p{N}\\p{P}]", "-")));
    }

    private static Arbitrary<Reading> readings() {
        return Combinators.combine(
                        Arbitraries.of(Engine.class),
                        Arbitraries.of(Engine.class).set().ofMaxSize(3),
                        Arbitraries.of(EngineReason.class),
                        Arbitraries.of("en", "ar", "zh").injectNull(0.3),
                        Arbitraries.of(PageStep.class).set().ofMaxSize(3))
                .as(Reading::new);
    }

    private static Arbitrary<PageTransform> transforms() {
        return numbers(-1000, 1000)
                .array(double[].class)
                .ofSize(6)
                .map(v -> new PageTransform(v[0], v[1], v[2], v[3], v[4], v[5]));
    }

    private static Arbitrary<Map<String, Double>> debug() {
        return Arbitraries.maps(Arbitraries.of("ocr_ms", "skew", "words"), numbers(-10, 1e9))
                .ofMaxSize(3);
    }

    private static Arbitrary<BoundingBox> boxes() {
        return Combinators.combine(numbers(-10, 700), numbers(-10, 900), numbers(0, 500), numbers(0, 100))
                .as((x, y, width, height) -> new BoundingBox(x, y, x + width, y + height));
    }

    private static Arbitrary<Double> numbers(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(3);
    }
}
