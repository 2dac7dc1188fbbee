package dev.pagewright.chat.index;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.PlainText;
import java.util.stream.Collectors;

/** The texts of a page that chat works with. */
public final class PageTexts {

    private PageTexts() {}

    /** What the API shows and a snippet is verbatim of. */
    public static String shown(Page page) {
        return PlainText.of(page);
    }

    /** Running headers and footers: no part of what is shown, but they often name the document. */
    public static String furniture(Page page) {
        return page.blocks().stream()
                .filter(block -> block instanceof Block.PageFurniture)
                .map(block -> CleanText.oneLine(block.text()))
                .collect(Collectors.joining("\n"));
    }
}
