package dev.pagewright.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The pages of an open PDF, counted by walking its page tree (ISO 32000-1, 7.7.3), whatever its {@code /Count} entries
 * say. PDFBox finds a page by these entries; so the ones that lie are set right in memory, and who opens the file
 * through this class numbers its pages as everybody else. One document, one thread.
 */
public final class PageTree {

    /** Deeper than any program writes; a chain of more would exhaust the stack of who inherits attributes along it. */
    private static final int DEEPEST = 200;

    /** Entries of the tree that are looked at; far beyond every cap on pages. */
    private static final int MOST_ENTRIES = 200_000;

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int entries;

    private PageTree() {}

    /**
     * Counts the pages and leaves a tree behind that holds them alone: without nodes that stand in it twice (a cycle
     * among them), too deep, or beyond the number of entries that is looked at.
     *
     * @return how many pages there are, 0 where there is no page tree
     * @throws RuntimeException as PDFBox throws it at a damaged document
     */
    public static int mend(PDDocument document) {
        COSDictionary root = document.getDocumentCatalog().getPages().getCOSObject();
        var tree = new PageTree();
        tree.seen.add(root);
        return tree.mend(root, 1);
    }

    private int mend(COSDictionary node, int depth) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        int pages = 0;
        if (kids != null) {
            COSArray kept = new COSArray();
            for (int i = 0; i < kids.size() && ++entries <= MOST_ENTRIES; i++) {
                int below = kids.getObject(i) instanceof COSDictionary kid ? pages(kid, depth) : 0;
                if (below > 0) {
                    kept.add(kids.get(i));
                    pages += below;
                }
            }
            if (kept.size() != kids.size()) {
                node.setItem(COSName.KIDS, kept);
            }
        }
        if (node.getInt(COSName.COUNT, -1) != pages) {
            node.setInt(COSName.COUNT, pages);
        }
        return pages;
    }

    private int pages(COSDictionary kid, int depth) {
        COSName type = kid.getCOSName(COSName.TYPE);
        if (COSName.PAGES.equals(type) || kid.containsKey(COSName.KIDS)) {
            return depth < DEEPEST && seen.add(kid) ? mend(kid, depth + 1) : 0;
        }
        return type == null || COSName.PAGE.equals(type) ? 1 : 0;
    }
}
