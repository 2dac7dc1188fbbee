package dev.pagewright.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A Type 0 font without glyphs (ISO 32000-1, 9.7): each character is a box half an em wide and one em high, standing
 * on the baseline. It is for invisible text alone, which needs no glyphs; a code is given to each character when it is
 * first used, and {@code ToUnicode} leads back. One a document; not thread-safe.
 */
final class GlyphlessFont {

    /** Width of every character, as a part of the font size. */
    static final double ADVANCE = 0.5;

    private static final int MAX_CODES = 0xFFFF;
    private static final int RANGES_A_SECTION = 100;

    private final COSDictionary font = new COSDictionary();
    private final COSStream toUnicode;
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final StringBuilder map = new StringBuilder();
    private final StringBuilder entries = new StringBuilder();
    private int pending;

    GlyphlessFont(PDDocument document) {
        toUnicode = document.getDocument().createCOSStream();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "PagewrightInvisible");
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant());
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, toUnicode);
    }

    COSDictionary dictionary() {
        return font;
    }

    /** The codes of the text, two bytes each in hex, as a show operator takes them. */
    String encoded(int[] codePoints) {
        var hex = new StringBuilder(codePoints.length * 4 + 2).append('<');
        for (int point : codePoints) {
            hex.append(String.format(Locale.ROOT, "%04X", code(point)));
        }
        return hex.append('>').toString();
    }

    /** Writes what leads from codes to characters; when all text has been encoded. */
    void finish() throws IOException {
        endSection();
        String whole = """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                %sendcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """.formatted(map);
        try (OutputStream out = toUnicode.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(whole.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private int code(int point) {
        Integer known = codes.get(point);
        if (known != null) {
            return known;
        }
        if (codes.size() >= MAX_CODES) {
            return 0; // no document has so many characters; it stays readable but for these
        }
        int code = codes.size() + 1;
        codes.put(point, code);
        if (pending == RANGES_A_SECTION) {
            endSection();
        }
        entries.append(String.format(Locale.ROOT, "<%04X> <", code));
        for (char unit : Character.toChars(point)) {
            entries.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        entries.append(">\n");
        pending++;
        return code;
    }

    private void endSection() {
        if (pending > 0) {
            map.append(pending).append(" beginbfchar\n").append(entries).append("endbfchar\n");
            entries.setLength(0);
            pending = 0;
        }
    }

    private static COSDictionary descendant() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        var cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        cid.setName(COSName.BASE_FONT, "PagewrightInvisible");
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        cid.setInt(COSName.DW, (int) (ADVANCE * 1000));
        cid.setItem(COSName.FONT_DESC, descriptor());
        return cid;
    }

    private static COSDictionary descriptor() {
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "PagewrightInvisible");
        descriptor.setInt(COSName.FLAGS, 5); // fixed pitch, symbolic
        var box = new COSArray();
        for (int edge : new int[] {0, 0, 500, 1000}) {
            box.add(COSInteger.get(edge));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 1000);
        descriptor.setInt(COSName.DESCENT, -1); // readers take 0 for unknown
        descriptor.setInt(COSName.CAP_HEIGHT, 1000);
        descriptor.setInt(COSName.STEM_V, 80);
        return descriptor;
    }
}
