package dev.pagewright.export.docx;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Unit;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The size of a section's pages in twentieths of a point. */
record PageSize(int width, int height) {

    static final PageSize A4 = new PageSize(11_906, 16_838);

    private static final int TWIPS_PER_POINT = 20;
    /** What word processors take (22 inches), and the least on which text can be set. */
    private static final int MAXIMUM = 31_680;

    private static final int MINIMUM = 4_000;

    /** A page in pixels, whose resolution is unknown, is as wide as A4. A failed one is like the page before. */
    static PageSize of(PageResult result, @Nullable PageSize before) {
        return switch (result) {
            case PageResult.Failed ignored -> before == null ? A4 : before;
            case PageResult.Read read -> of(read.page());
        };
    }

    private static PageSize of(Page page) {
        if (!(page.width() > 0) || !(page.height() > 0)) {
            return A4;
        }
        if (page.unit() == Unit.PT) {
            return new PageSize(bounded(page.width() * TWIPS_PER_POINT), bounded(page.height() * TWIPS_PER_POINT));
        }
        boolean wide = page.width() > page.height();
        int width = wide ? A4.height : A4.width;
        return new PageSize(width, bounded(width * page.height() / page.width()));
    }

    private static int bounded(double twips) {
        return Math.clamp(Math.round(twips), MINIMUM, MAXIMUM);
    }

    void write(MarkupWriter word) throws IOException {
        String margin = Integer.toString(Math.min(1440, Math.min(width, height) / 8));
        word.open("w:sectPr");
        word.empty("w:type", "w:val", "nextPage");
        word.empty("w:pgSz", "w:w", Integer.toString(width), "w:h", Integer.toString(height));
        word.empty(
                "w:pgMar",
                "w:top",
                margin,
                "w:right",
                margin,
                "w:bottom",
                margin,
                "w:left",
                margin,
                "w:header",
                "720",
                "w:footer",
                "720",
                "w:gutter",
                "0");
        word.close("w:sectPr");
    }
}
