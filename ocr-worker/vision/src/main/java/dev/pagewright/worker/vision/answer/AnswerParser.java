package dev.pagewright.worker.vision.answer;

import dev.pagewright.document.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads what vision models answer: Markdown (CommonMark with GFM tables), HTML in it, LaTeX between dollars or TeX
 * brackets, tables in OTSL, lists of layout elements in JSON, with or without places. Never fails: what is none of these is a paragraph. Thread-safe.
 */
public final class AnswerParser {

    private static final int DEPTH = 20;
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEPTH)
            .maxInlineNesting(DEPTH)
            .build();

    private static final Pattern FENCE =
            Pattern.compile("(?s)\\s*```(?:markdown|md|html|json|text)?\\s*\\n(.*?)\\n?```\\s*");
    /** As olmOCR writes it: language and rotation of the page. */
    private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A\\s*---\\n(?:[a-z_]+:[^\\n]*\\n)+---\\s*");

    private static final Pattern THOUGHT = Pattern.compile("(?s)\\A\\s*<think>.*?</think>");
    private static final Pattern CAPTION = Pattern.compile(
            "(?iU)(?:fig(?:ure|\\.)|abb(?:ildung|\\.)|table|tab(?:elle|leau|la|\\.)|figura|图|圖|表|図)\\s*[\\dIVX]+.*");

    private final Reserved reserved;
    private final List<Draft> drafts = new ArrayList<>();

    private AnswerParser(Reserved reserved) {
        this.reserved = reserved;
    }

    /** The answer's pieces in its own order; blank ones are left out. */
    public static List<Draft> parse(String answer) {
        String clean = CleanText.of(answer).strip();
        clean = THOUGHT.matcher(clean).replaceFirst("");
        clean = FRONT_MATTER.matcher(clean).replaceFirst("");
        var fence = FENCE.matcher(clean);
        clean = fence.matches() ? fence.group(1) : clean;
        clean = LayoutElements.markdown(clean).orElse(clean);
        clean = OtslTables.asHtml(Groundings.without(clean));
        var parser = new AnswerParser(Reserved.of(clean));
        parser.blocks(MARKDOWN.parse(parser.reserved.markdown()), 0);
        return parser.captioned();
    }

    private void blocks(Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth);
        }
    }

    private void block(Node node, int depth) {
        switch (node) {
            case Heading heading -> add(new Draft.Heading(heading.getLevel(), text(heading)));
            case Paragraph paragraph -> paragraph(paragraph);
            case BulletList list -> items(list, depth, -1, "");
            case OrderedList list ->
                items(list, depth, or(list.getMarkerStartNumber(), 1), or(list.getMarkerDelimiter(), "."));
            case FencedCodeBlock code ->
                add(new Draft.Code(reserved.restored(code.getLiteral()).stripTrailing()));
            // no model means code by it: it indents what is indented on the page
            case IndentedCodeBlock code ->
                add(new Draft.Paragraph(reserved.restored(code.getLiteral()).strip()));
            case HtmlBlock html ->
                HtmlBlocks.read(reserved.restored(html.getLiteral())).forEach(this::add);
            case TableBlock table -> table(table);
            case BlockQuote quote -> blocks(quote, depth);
            case Document document -> blocks(document, depth);
            default -> {} // rules and definitions have no text
        }
    }

    private void paragraph(Paragraph paragraph) {
        InlineText inline = InlineText.of(paragraph);
        inline.images().forEach(said -> drafts.add(new Draft.Figure(reserved.restored(said))));
        switch (reserved.whole(inline.text())) {
            case null -> add(new Draft.Paragraph(reserved.restored(inline.text())));
            case Reserved.Stretch.Html html -> HtmlBlocks.read(html.text()).forEach(this::add);
            case Reserved.Stretch.Display formula -> add(new Draft.Formula(formula.text()));
            case Reserved.Stretch.Inline formula -> add(new Draft.Paragraph(formula.text()));
        }
    }

    /** @param start of an ordered list, -1 of one with bullets */
    private void items(Node list, int depth, int start, String delimiter) {
        int number = start;
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item) {
                item(item, depth, start < 0 ? "•" : number + delimiter, start >= 0);
                number++;
            }
        }
    }

    private void item(ListItem item, int depth, String marker, boolean ordered) {
        boolean marked = false;
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (!marked && node instanceof Paragraph paragraph) {
                add(new Draft.Item(depth, marker, ordered, text(paragraph)));
                marked = true;
            } else {
                block(node, depth + 1);
            }
        }
    }

    private void table(TableBlock table) {
        var builder = new GridBuilder();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead || part instanceof TableBody) {
                rows(part, builder);
            }
        }
        builder.build().ifPresent(this::add);
    }

    private void rows(Node part, GridBuilder builder) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                builder.row();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell field) {
                        builder.cell(text(field), 1, 1, field.isHeader());
                    }
                }
            }
        }
    }

    private String text(Node node) {
        return reserved.restored(InlineText.of(node).text());
    }

    private void add(Draft draft) {
        if (draft.pieces().stream().anyMatch(piece -> !piece.isBlank())) {
            drafts.add(draft);
        }
    }

    /** A paragraph beside a picture or table that begins as captions do is one. */
    private List<Draft> captioned() {
        List<Draft> all = new ArrayList<>(drafts);
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i) instanceof Draft.Paragraph paragraph
                    && CAPTION.matcher(paragraph.text()).lookingAt()
                    && (captionable(i - 1) || captionable(i + 1))) {
                all.set(i, new Draft.Caption(paragraph.text()));
            }
        }
        return all;
    }

    private boolean captionable(int index) {
        return index >= 0
                && index < drafts.size()
                && (drafts.get(index) instanceof Draft.Figure || drafts.get(index) instanceof Draft.Grid);
    }

    private static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }
}
