package dev.pagewright.worker.source.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A Type 3 font with a box for the letter a, and no word of what it means. */
final class DrawnFont {

    private DrawnFont() {}

    static COSDictionary of(PDDocument document) throws IOException {
        COSStream box = document.getDocument().createCOSStream();
        try (var out = box.createOutputStream()) {
            out.write("600 0 0 0 500 700 d1 0 0 500 700 re f".getBytes(StandardCharsets.ISO_8859_1));
        }
        var drawings = new COSDictionary();
        drawings.setItem(COSName.getPDFName("g1"), box);
        var differences = new COSArray();
        differences.add(COSInteger.get(97));
        differences.add(COSName.getPDFName("g1"));
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        var matrix = new COSArray();
        for (float value : new float[] {0.001f, 0, 0, 0.001f, 0, 0}) {
            matrix.add(new COSFloat(value));
        }
        var widths = new COSArray();
        widths.add(COSInteger.get(600));
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_MATRIX, matrix);
        font.setItem(COSName.FONT_BBOX, new PDRectangle(0, 0, 600, 800).getCOSArray());
        font.setItem(COSName.CHAR_PROCS, drawings);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 97);
        font.setInt(COSName.LAST_CHAR, 97);
        font.setItem(COSName.WIDTHS, widths);
        return font;
    }
}
