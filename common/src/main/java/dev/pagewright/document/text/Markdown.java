package dev.pagewright.document.text;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page as GitHub Flavored Markdown (spec 0.29, with {@code $$} formulae). Text never becomes mark-up: what stands on
 * a page is shown, not interpreted. Headers, footers and page numbers are left out. Thread-safe.
 */
public final class Markdown {

    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern UNESCAPED_DOLLAR = Pattern.compile("(?<!\\\\)\\$");

    private Markdown() {}

    public static String of(Page page) {
        List<String> pieces = new ArrayList<>();
        List<Block.ListItem> items = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block instanceof Block.ListItem item) {
                items.add(item);
                continue;
            }
            String piece = block(page, block);
            if (!piece.isEmpty()) {
                flush(page, items, pieces);
                pieces.add(piece);
            }
        }
        flush(page, items, pieces);
        return String.join("\n\n", pieces);
    }

    /**
     * All pages, with {@code <!-- page N -->} between, N the number of the page that follows; a note in the place of a
     * page that could not be read.
     */
    public static void document(Iterator<PageResult> pages, Appendable out) throws IOException {
        for (boolean first = true; pages.hasNext(); first = false) {
            PageResult page = pages.next();
            out.append(separator(page, first)).append(of(page));
        }
        out.append('\n');
    }

    /** Appends one page as {@link #document} does. */
    public static void append(StringBuilder out, PageResult page, boolean first) {
        out.append(separator(page, first)).append(of(page));
    }

    private static String separator(PageResult page, boolean first) {
        return first ? "" : "\n\n<!-- page " + page.number() + " -->\n\n";
    }

    /** The page, or the note that stands in its place. */
    static String of(PageResult result) {
        return switch (result) {
            case PageResult.Read read -> of(read.page());
            case PageResult.Failed failed ->
                "> " + MarkdownText.inline(Notes.unread(failed), Stream.empty(), List.of());
        };
    }

    private static void flush(Page page, List<Block.ListItem> items, List<String> pieces) {
        if (!items.isEmpty()) {
            pieces.add(new MarkdownList(page.links()).render(items));
            items.clear();
        }
    }

    private static String block(Page page, Block block) {
        return switch (block) {
            case Block.PageFurniture ignored -> "";
            case Block.Heading heading -> prefixed("#".repeat(heading.level()) + " ", inline(page, block), "");
            case Block.Caption ignored -> prefixed("*", inline(page, block), "*");
            case Block.Formula formula -> formula(formula);
            case Block.Code code -> code(code.text());
            case Block.TableBlock place ->
                new MarkdownTable(page.tables().get(place.table()), place.lines(), page.links()).render();
            case Block.Footnote footnote -> paragraph(page, block, footnote.marker() + " " + footnote.text());
            case Block.ListItem item -> new MarkdownList(page.links()).render(List.of(item));
            case Block.Paragraph ignored -> paragraph(page, block, block.text());
            case Block.Figure ignored -> paragraph(page, block, block.text());
        };
    }

    private static String paragraph(Page page, Block block, String text) {
        return MarkdownText.block(text, LinkSpans.words(block.lines()), page.links(), "");
    }

    private static String inline(Page page, Block block) {
        return MarkdownText.inline(block.text(), LinkSpans.words(block.lines()), page.links());
    }

    private static String prefixed(String before, String text, String after) {
        return text.isEmpty() ? "" : before + text + after;
    }

    /** LaTeX may hold neither what ends the formula nor what a reader without formulae takes for HTML or a link. */
    private static String formula(Block.Formula formula) {
        String latex = UNESCAPED_DOLLAR
                .matcher(CleanText.oneLine(formula.latex()))
                .replaceAll("\\\\\\$")
                .replace("<", "\\lt ")
                .replace(">", "\\gt ")
                .replace("](", "] (")
                .replaceFirst("\\\\+$", "");
        return latex.isBlank()
                ? MarkdownText.block(formula.text(), Stream.empty(), List.of(), "")
                : "$$" + latex.strip() + "$$";
    }

    private static String code(String text) {
        String code = CleanText.of(text).stripTrailing();
        if (code.isBlank()) {
            return "";
        }
        int longest = BACKTICKS
                .matcher(code)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + code + "\n" + fence;
    }
}
