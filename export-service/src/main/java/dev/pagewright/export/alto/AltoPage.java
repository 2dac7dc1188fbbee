package dev.pagewright.export.alto;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** One page of an ALTO document. Not thread-safe. */
final class AltoPage {

    private static final double UNITS_PER_POINT = 1200 / 72.0;
    /** What a page in pixels of a document in points is taken for: 300 dpi. */
    private static final double UNITS_PER_PIXEL = 4;

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    private final MarkupWriter alto;
    private final Page page;
    private final double scale;
    private final String id;

    AltoPage(MarkupWriter alto, Page page, Unit unit) {
        this.alto = alto;
        this.page = page;
        this.scale = unit == Unit.PX ? 1 : page.unit() == Unit.PT ? UNITS_PER_POINT : UNITS_PER_PIXEL;
        this.id = "page_" + page.number();
    }

    void write() throws IOException {
        var whole = new BoundingBox(0, 0, page.width(), page.height());
        alto.open(
                "Page",
                "ID",
                id,
                "PHYSICAL_IMG_NR",
                Integer.toString(page.number()),
                "HEIGHT",
                number(page.height()),
                "WIDTH",
                number(page.width()));
        alto.open("PrintSpace", attributes(List.of(), whole)).line();
        int count = 0;
        for (Block block : page.blocks()) {
            count++;
            block(block, id + "_block_" + count);
        }
        alto.close("PrintSpace").close("Page").line();
    }

    private void block(Block block, String blockId) throws IOException {
        if (block instanceof Block.Figure && block.lines().isEmpty()) {
            alto.empty("Illustration", attributes(List.of("ID", blockId), block.box()))
                    .line();
            return;
        }
        List<String> head = new ArrayList<>(List.of("ID", blockId));
        String language = page.reading().language();
        if (language != null && LANGUAGE.matcher(language).matches()) {
            Collections.addAll(head, "LANG", language);
        }
        alto.open("TextBlock", attributes(head, block.box())).line();
        int count = 0;
        for (Line line : block.lines()) {
            count++;
            line(line, blockId + "_line_" + count);
        }
        alto.close("TextBlock").line();
    }

    private void line(Line line, String lineId) throws IOException {
        alto.open("TextLine", attributes(List.of("ID", lineId), line.box()));
        List<Word> words =
                line.words().isEmpty() ? List.of(new Word(line.text(), line.box(), line.confidence())) : line.words();
        Word last = null;
        int count = 0;
        for (Word word : words) {
            if (last != null) {
                alto.empty("SP");
            }
            count++;
            List<String> head = List.of(
                    "ID",
                    lineId + "_word_" + count,
                    "CONTENT",
                    CleanText.oneLine(word.text()),
                    "WC",
                    rounded(word.confidence(), 2));
            alto.empty("String", attributes(head, word.box()));
            last = word;
        }
        alto.close("TextLine").line();
    }

    private String[] attributes(List<String> head, BoundingBox box) {
        List<String> all = new ArrayList<>(head);
        Collections.addAll(all, "HPOS", number(box.left()), "VPOS", number(box.top()));
        Collections.addAll(all, "WIDTH", number(box.width()), "HEIGHT", number(box.height()));
        return all.toArray(String[]::new);
    }

    private String number(double length) {
        return rounded(length * scale, 1);
    }

    private static String rounded(double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
