package dev.pagewright.document;

import java.util.List;
import java.util.Locale;

/**
 * A piece of a page in reading order: the contract's closed list of types. Exporters switch over it without
 * {@code default}, so that a new type breaks the build where it must be handled.
 */
public sealed interface Block {

    Content content();

    /** The same block with other content. */
    Block with(Content content);

    /** The contract's name of the type: stable, stored and public. */
    default String type() {
        return switch (this) {
            case Heading ignored -> "heading";
            case Paragraph ignored -> "paragraph";
            case ListItem ignored -> "list_item";
            case TableBlock ignored -> "table";
            case Figure ignored -> "figure";
            case Caption ignored -> "caption";
            case Formula ignored -> "formula";
            case Code ignored -> "code";
            case Footnote ignored -> "footnote";
            case PageFurniture furniture -> furniture.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    default String text() {
        return content().text();
    }

    default BoundingBox box() {
        return content().box();
    }

    default double confidence() {
        return content().confidence();
    }

    default List<Line> lines() {
        return content().lines();
    }

    /** @param level 1 (highest) to 6 */
    record Heading(Content content, int level) implements Block {
        public Heading {
            if (level < 1 || level > 6) {
                throw new IllegalArgumentException("heading level is not in 1..6: " + level);
            }
        }

        @Override
        public Heading with(Content other) {
            return new Heading(other, level);
        }
    }

    record Paragraph(Content content) implements Block {
        @Override
        public Paragraph with(Content other) {
            return new Paragraph(other);
        }
    }

    /**
     * @param depth 0 for the outermost list
     * @param marker as it stands on the page ({@code •}, {@code 1.}, {@code (a)}); not part of the text
     * @param ordered whether the marker counts
     */
    record ListItem(Content content, int depth, String marker, boolean ordered) implements Block {
        @Override
        public ListItem with(Content other) {
            return new ListItem(other, depth, marker, ordered);
        }
    }

    /**
     * The place of a table in the reading order; its text is the cells' by row, tabs between cells.
     *
     * @param table index into {@link Page#tables()}
     */
    record TableBlock(Content content, int table) implements Block {
        @Override
        public TableBlock with(Content other) {
            return new TableBlock(other, table);
        }
    }

    /** A picture; its text is what stands in it, often empty. */
    record Figure(Content content) implements Block {
        @Override
        public Figure with(Content other) {
            return new Figure(other);
        }
    }

    record Caption(Content content) implements Block {
        @Override
        public Caption with(Content other) {
            return new Caption(other);
        }
    }

    /** @param latex LaTeX without delimiters; empty where only the plain text is known */
    record Formula(Content content, String latex) implements Block {
        public Formula {
            latex = Latex.inert(latex);
        }

        @Override
        public Formula with(Content other) {
            return new Formula(other, latex);
        }
    }

    /** Its text keeps line breaks and indentation. */
    record Code(Content content) implements Block {
        @Override
        public Code with(Content other) {
            return new Code(other);
        }
    }

    /** @param marker as it stands on the page; empty where there is none */
    record Footnote(Content content, String marker) implements Block {
        @Override
        public Footnote with(Content other) {
            return new Footnote(other, marker);
        }
    }

    /** What repeats from page to page: stays in the blocks, is left out of text, Markdown and exports. */
    record PageFurniture(Content content, Kind kind) implements Block {
        public enum Kind {
            PAGE_HEADER,
            PAGE_FOOTER,
            PAGE_NUMBER
        }

        @Override
        public PageFurniture with(Content other) {
            return new PageFurniture(other, kind);
        }
    }
}
