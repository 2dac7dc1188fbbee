package dev.pagewright.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.text.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);

    /** Schemes that run or show something, in the spellings by which filters are passed. */
    static Stream<String> hostile() {
        List<String> all = new ArrayList<>();
        for (String scheme :
                List.of("javascript", "vbscript", "data", "file", "blob", "about", "ftp", "tel", "x-app")) {
            String rest = scheme.equals("data") ? "text/html;base64,PHNjcmlwdD4=" : "alert(1)//https://a.example";
            all.add(scheme + ":" + rest);
            all.add(scheme.toUpperCase(Locale.ROOT) + ":" + rest);
            all.add(" \t" + scheme + ":" + rest);
            all.add(scheme.charAt(0) + "\t" + scheme.substring(1) + ":" + rest);
            all.add(scheme.charAt(0) + "\n" + scheme.substring(1) + ":" + rest);
            all.add("\u0001" + scheme + ":" + rest);
            all.add(scheme.charAt(0) + "\u0000" + scheme.substring(1) + ":" + rest);
            all.add(scheme.charAt(0) + "\u200B" + scheme.substring(1) + ":" + rest);
            all.add("\u202E" + scheme + ":" + rest);
            all.add(scheme + "&#58;" + rest);
            all.add(scheme + "&colon;" + rest);
            all.add("&#" + (int) scheme.charAt(0) + ";" + scheme.substring(1) + ":" + rest);
            all.add(scheme + "%3A" + rest);
            all.add("%" + Integer.toHexString(scheme.charAt(0)) + scheme.substring(1) + ":" + rest);
            all.add(scheme + "\uFF1A" + rest);
        }
        all.addAll(List.of(
                "",
                "https:",
                "http://",
                "https:///path",
                "https:a.example",
                "http:/a.example",
                "//a.example",
                "/a",
                "a",
                "https://\\a.example",
                "http://a.example/\u0007",
                "https://a b.example",
                "mailto:",
                "mailto://a",
                "xhttps://a.example",
                "https ://a.example",
                "ht\u00ADtps://a.example",
                "https://a.example\u2028/x"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void leadsNowhereElseThanToTheWebOrAMailbox(String uri) {
        assertThat(Link.of(BOX, uri)).isEmpty();
        assertThatThrownBy(() -> new Link(BOX, uri)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org/a(b)?x=1&copy;=<2>|#f",
                " https://例え.jp/道 ",
                "mailto:a@example.org?subject=x",
                "http://[::1]:8080/"
            })
    void leadsToTheWebOrAMailbox(String uri) {
        assertThat(Link.of(BOX, uri)).get().extracting(Link::uri).isEqualTo(uri.strip());
    }

    /** Text of a page, from whichever engine, in every notation of a link that Markdown has. */
    @ParameterizedTest
    @MethodSource("hostile")
    void textThatLooksLikeALinkIsText(String uri) {
        for (String text : List.of(
                "[press](" + uri + ")",
                "![press](" + uri + ")",
                "[press](<" + uri + ">)",
                "[press][ref]\n\n[ref]: " + uri,
                "[ref]: <" + uri + ">",
                "<" + uri + ">",
                "<a href=\"" + uri + "\">press</a>",
                "\\[press](" + uri + ")",
                "[press\\](" + uri + ")")) {
            for (Page page : pages(text)) {
                String markdown = Markdown.of(page);

                assertThat(markdown).doesNotContainIgnoringCase("](javascript:").doesNotContainIgnoringCase("](data:");
                assertThat(active(markdown)).as(markdown).isEmpty();
            }
        }
    }

    private static List<Page> pages(String text) {
        return List.of(
                new PageBuilder(0).paragraph(text).build(),
                new PageBuilder(0).heading(2, text).build(),
                new PageBuilder(0).item(0, "1.", true, text).build(),
                new PageBuilder(0)
                        .table(true, List.of(List.of(text, "b"), List.of("c", text)))
                        .build());
    }

    @Test
    void aFormulaMakesNoLink() {
        var content = new Content("x", BOX, 1, List.of());

        var formula = new Block.Formula(content, "a + \\href{javascript:alert(1)}{x} + \\url {data:,y} + \\hrefa");

        assertThat(formula.latex()).isEqualTo("a + \\text{javascript:alert(1)}{x} + \\text {data:,y} + \\hrefa");
    }

    private static List<Node> active(String markdown) {
        List<Node> found = new ArrayList<>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Link link) {
                found.add(link);
            }

            @Override
            public void visit(org.commonmark.node.Image image) {
                found.add(image);
            }

            @Override
            public void visit(HtmlInline html) {
                found.add(html);
            }

            @Override
            public void visit(HtmlBlock html) {
                found.add(html);
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                found.add(definition);
            }
        });
        return found;
    }
}
