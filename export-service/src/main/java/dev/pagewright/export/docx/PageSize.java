package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.whole;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Unit;
import org.docx4j.wml.STPageOrientation;
import org.docx4j.wml.SectPr;
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

    private int margin() {
        return Math.min(1440, Math.min(width, height) / 8);
    }

    /** The width between the margins. */
    int textWidth() {
        return width - 2 * margin();
    }

    int textHeight() {
        return height - 2 * margin();
    }

    /** Properties of a section of such pages, which begins on a new one. */
    SectPr section() {
        SectPr section = Wml.MAKE.createSectPr();
        SectPr.Type type = Wml.MAKE.createSectPrType();
        type.setVal("nextPage");
        section.setType(type);
        SectPr.PgSz size = Wml.MAKE.createSectPrPgSz();
        size.setW(whole(width));
        size.setH(whole(height));
        if (width > height) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        section.setPgSz(size);
        SectPr.PgMar margins = Wml.MAKE.createSectPrPgMar();
        margins.setTop(whole(margin()));
        margins.setRight(whole(margin()));
        margins.setBottom(whole(margin()));
        margins.setLeft(whole(margin()));
        margins.setHeader(whole(Math.min(720, margin())));
        margins.setFooter(whole(Math.min(720, margin())));
        margins.setGutter(whole(0));
        section.setPgMar(margins);
        return section;
    }
}
