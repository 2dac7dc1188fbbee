package dev.pagewright.export.hocr;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.Notes;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Utf8;
import dev.pagewright.export.markup.MarkupWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/**
 * hOCR 1.2 as well-formed XML: pages, blocks, lines and words with boxes and confidence. Boxes are whole pixels of the
 * upright page; a page in points is told at 300 dpi ({@code scan_res}).
 */
@Singleton
public class HocrExporter implements Exporter {

    private static final double PIXELS_PER_POINT = 300 / 72.0;
    /** So that 3300.0000000001 is 3300. */
    private static final double ROUNDING = 1e-6;

    @Override
    public Format format() {
        return new Format("hocr", "hOCR 1.2", "text/html; charset=utf-8", "hocr");
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var hocr = new MarkupWriter(Utf8.writer(output));
        String language =
                source.job().detectedLanguage() == null ? "und" : source.job().detectedLanguage();
        hocr.declaration("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
        hocr.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xml:lang", language, "lang", language);
        hocr.open("head").element("title", source.job().fileName());
        hocr.empty("meta", "http-equiv", "Content-Type", "content", "text/html;charset=utf-8");
        hocr.empty("meta", "name", "ocr-system", "content", "pagewright");
        hocr.empty(
                "meta",
                "name",
                "ocr-capabilities",
                "content",
                "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_lang ocrp_wconf");
        hocr.close("head").line().open("body").line();
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                page(hocr, pages.next());
            }
        }
        hocr.close("body").close("html").line().flush();
    }

    private static void page(MarkupWriter hocr, PageResult result) throws IOException {
        String id = "page_" + result.number();
        int index = result.number() - 1;
        switch (result) {
            case PageResult.Failed failed -> {
                hocr.open("div", "class", "ocr_page", "id", id, "title", "bbox 0 0 0 0; ppageno " + index);
                hocr.element("p", Notes.unread(failed)).close("div").line();
            }
            case PageResult.Read read -> {
                Page page = read.page();
                double scale = page.unit() == Unit.PT ? PIXELS_PER_POINT : 1;
                String title = box(new BoundingBox(0, 0, page.width(), page.height()), scale)
                        + "; ppageno "
                        + index
                        + (page.unit() == Unit.PT ? "; scan_res 300 300" : "");
                hocr.open("div", "class", "ocr_page", "id", id, "title", title).line();
                new PageBody(hocr, page, id, scale).write();
                hocr.close("div").line();
            }
        }
    }

    /** The title's bounding box: whole pixels. */
    private static String box(BoundingBox box, double scale) {
        return "bbox %d %d %d %d"
                .formatted(
                        Math.max(0, (long) Math.floor(box.left() * scale + ROUNDING)),
                        Math.max(0, (long) Math.floor(box.top() * scale + ROUNDING)),
                        Math.max(0, (long) Math.ceil(box.right() * scale - ROUNDING)),
                        Math.max(0, (long) Math.ceil(box.bottom() * scale - ROUNDING)));
    }

    /** The blocks of a page, each with an id that names its place. */
    private record PageBody(MarkupWriter hocr, Page page, String id, double scale) {

        void write() throws IOException {
            int number = 0;
            for (Block block : page.blocks()) {
                block(block, id + "_block_" + ++number);
            }
        }

        private void block(Block block, String blockId) throws IOException {
            String title = box(block.box(), scale);
            hocr.open("div", "class", "ocr_carea", "id", blockId, "title", title);
            hocr.open("p", "class", "ocr_par", "dir", "auto", "title", title).line();
            int number = 0;
            for (Line line : block.lines()) {
                line(line, blockId + "_line_" + ++number);
            }
            if (block.lines().isEmpty()) {
                hocr.text(block.text());
            }
            hocr.close("p").close("div").line();
        }

        private void line(Line line, String lineId) throws IOException {
            String title = box(line.box(), scale)
                    + (line.angle() == 0 ? "" : "; textangle " + Math.round(360 - line.angle()) % 360)
                    + (line.style().size() > 0
                            ? "; x_size " + Math.round(line.style().size() * scale)
                            : "");
            hocr.open("span", "class", "ocr_line", "id", lineId, "title", title);
            int number = 0;
            for (Word word : line.words()) {
                hocr.element(
                        "span",
                        CleanText.oneLine(word.text()),
                        "class",
                        "ocrx_word",
                        "id",
                        lineId + "_word_" + ++number,
                        "title",
                        box(word.box(), scale) + "; x_wconf " + Math.round(word.confidence() * 100));
                hocr.text(" ");
            }
            if (line.words().isEmpty()) {
                hocr.text(CleanText.oneLine(line.text()));
            }
            hocr.close("span").line();
        }
    }
}
