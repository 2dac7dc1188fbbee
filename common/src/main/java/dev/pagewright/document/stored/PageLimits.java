package dev.pagewright.document.stored;

import dev.pagewright.document.Block;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;

/**
 * How much a page may hold. A page of a newspaper has 10,000 words, the densest print-outs of tables some 40,000; what
 * has more was made to be large, and would take every service's memory that reads it.
 */
public final class PageLimits {

    /** Words, and cells of tables; counted by their spaces where an engine gives lines alone. */
    public static final int WORDS = 100_000;

    /** Bytes of a page's JSON when it has been read. */
    public static final long READ_BYTES = 32L << 20;

    /** Bytes that a stored document may unfold to; what the document pass and a translation add has room. */
    public static final long STORED_BYTES = 2 * READ_BYTES;

    private PageLimits() {}

    /**
     * Checks a page that has just been read, without its bytes.
     *
     * @throws PageTooLargeException where it has too many words or cells
     */
    static void require(Page page) throws PageTooLargeException {
        long cells =
                page.tables().stream().mapToLong(table -> table.cells().size()).sum();
        if (words(page) > WORDS || cells > WORDS) {
            throw new PageTooLargeException();
        }
    }

    /** Words as they are counted where an engine gives only lines: by the spaces between them. */
    public static int words(Page page) {
        int words = 0;
        for (Block block : page.blocks()) {
            for (Line line : block.lines()) {
                words += line.words().isEmpty()
                        ? line.text().strip().split("\\s+").length
                        : line.words().size();
            }
        }
        return words;
    }
}
