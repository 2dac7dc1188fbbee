package dev.pagewright.system.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF put together object by object, as no library would write it (ISO 32000-1, 7.5). Object 1 is the catalogue. */
final class PdfBytes {

    private final List<byte[]> objects = new ArrayList<>();

    /** @return the object's number, from 1 */
    int object(String body) {
        objects.add(latin(body));
        return objects.size();
    }

    /** Makes room for an object that others name before it is written. */
    int reserve() {
        return object("null");
    }

    void set(int number, String body) {
        objects.set(number - 1, latin(body));
    }

    int stream(String dictionary, byte[] data) {
        return object("<< %s /Length %d >>\nstream\n%s\nendstream"
                .formatted(dictionary, data.length, new String(data, StandardCharsets.ISO_8859_1)));
    }

    int deflated(String dictionary, byte[] data) {
        return stream(dictionary + " /Filter /FlateDecode", deflate(data));
    }

    /** One page with Helvetica as {@code /F1} and the content given, below a catalogue and a page tree of its own. */
    static PdfBytes onePage(String page, byte[] content) {
        PdfBytes pdf = new PdfBytes();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + page + " >>");
        pdf.deflated("", content);
        return pdf;
    }

    static String font() {
        return "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    }

    byte[] bytes() {
        return bytes("");
    }

    /** @param trailer members beside size and root */
    byte[] bytes(String trailer) {
        var out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.writeBytes(latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int table = out.size();
        out.writeBytes(latin("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1)));
        for (int offset : offsets) {
            out.writeBytes(latin("%010d 00000 n \n".formatted(offset)));
        }
        out.writeBytes(latin("trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, trailer.replace("@TABLE", Integer.toString(table)), table)));
        return out.toByteArray();
    }

    static byte[] deflate(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(data);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
