package dev.pagewright.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.ArbitraryPages;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Whatever stands on a page, a parser of the specification reads it back as that text and nothing else. */
class MarkdownEscapeTest {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .build();

    @Property(tries = 4000)
    void a_paragraph_is_read_back_as_its_text(@ForAll("texts") String text) {
        Node document = parse(text, Block.Paragraph::new);

        assertShape(document, text, Document.class, Paragraph.class);
    }

    @Property(tries = 2000)
    void a_heading_is_read_back_as_its_text(@ForAll("texts") String text) {
        Node document = parse(text, content -> new Block.Heading(content, 2));

        assertShape(document, text, Document.class, Heading.class);
    }

    @Property(tries = 2000)
    void a_list_item_is_read_back_as_its_text(@ForAll("texts") String text) {
        Node document = parse(text, content -> new Block.ListItem(content, 0, "-", false));

        if (!CleanText.lines(text).isEmpty()) {
            assertShape(document, text, Document.class, BulletList.class, ListItem.class, Paragraph.class);
        }
    }

    @Property(tries = 2000)
    void a_caption_is_read_back_as_its_text(@ForAll("texts") String text) {
        Node document = parse(text, Block.Caption::new);

        assertShape(document, text, Document.class, Paragraph.class, Emphasis.class);
    }

    @Property(tries = 2000)
    void a_table_is_read_back_cell_by_cell(@ForAll("texts") String first, @ForAll("texts") String second) {
        Page page = new PageBuilder(0)
                .table(true, List.of(List.of("head", first), List.of(second, "tail")))
                .build();

        List<String> cells = cells(PARSER.parse(Markdown.of(page)));

        assertThat(cells).containsExactly("head", CleanText.oneLine(first), CleanText.oneLine(second), "tail");
    }

    @Property(tries = 1000)
    void a_link_among_text_is_one_link(@ForAll("texts") String before, @ForAll("texts") String after) {
        Page page = new PageBuilder(0)
                .paragraph(before + " linked! " + after)
                .link("https://example.org/a(b)?x=1&copy;=<2>|", "linked!")
                .build();

        Visited visited = visit(PARSER.parse(Markdown.of(page)));

        assertThat(visited.text).hasToString(CleanText.lines(before + " linked! " + after));
    }

    @Example
    void dollars_never_make_a_formula() {
        for (String text : List.of("$x$", "a $b$ c", "$$x$$", "from $5 to 6$.", "$`x`$")) {
            String markdown = Markdown.of(new PageBuilder(0).paragraph(text).build());
            assertThat(markdown).doesNotContainPattern("(?<!\\\\)\\$[^ ].*[^ \\\\]\\$(?![0-9])");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return ArbitraryPages.texts();
    }

    private static Node parse(String text, Function<dev.pagewright.document.Content, Block> kind) {
        return PARSER.parse(Markdown.of(new PageBuilder(0).block(text, kind).build()));
    }

    private static void assertShape(Node document, String text, Class<?>... kinds) {
        Visited visited = visit(document);
        String expected = CleanText.lines(text);
        boolean oneLine =
                List.of(kinds).contains(Heading.class) || List.of(kinds).contains(Emphasis.class);
        assertThat(visited.text).hasToString(oneLine ? expected.replace('\n', ' ') : expected);
        if (!expected.isEmpty()) {
            assertThat(visited.kinds).containsExactly(kinds);
        }
    }

    private static List<String> cells(Node document) {
        var cells = new java.util.ArrayList<String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableCell) {
                    cells.add(MarkdownEscapeTest.visit(node).text.toString());
                } else {
                    visitChildren(node);
                }
            }
        });
        return cells;
    }

    private static Visited visit(Node node) {
        var visited = new Visited();
        visited.walk(node);
        return visited;
    }

    /** Text and kinds of node, in order; a line break is a newline. */
    private static final class Visited {

        private final StringBuilder text = new StringBuilder();
        private final List<Class<?>> kinds = new java.util.ArrayList<>();

        private void walk(Node node) {
            switch (node) {
                case Text leaf -> text.append(leaf.getLiteral());
                case HardLineBreak ignored -> text.append('\n');
                case SoftLineBreak ignored -> text.append('\n');
                default -> kinds.add(node.getClass());
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                walk(child);
            }
        }
    }
}
