package dev.pagewright.worker.reading;

import dev.pagewright.hostile.HostileFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files of few bytes that pass an inspection, whose one page takes hundreds of megabytes of heap when it is read. */
final class GreedyFiles {

    private static final int MEBIBYTE = 1 << 20;
    private static final int UNFOLDED = 300 * MEBIBYTE;
    private static final int MANY = 2_500_000;
    private static final String HELVETICA = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
    private static final byte[] HELLO = latin("BT /F1 12 Tf 40 200 Td (Hello) Tj ET");

    private GreedyFiles() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        objects(files);
        contents(files);
        streams(files);
        pictures(files);
        files.add(new HostileFile("a picture in very many pixels of one bit", "png", () -> png(11_000, 1, 0)));
        files.add(new HostileFile("a picture in colours of sixteen bits", "png", () -> png(5_000, 16, 2)));
        files.add(new HostileFile("a picture with a million comments", "gif", GreedyFiles::gif));
        files.add(new HostileFile("a picture with a million texts", "png", GreedyFiles::texts));
        return files;
    }

    /** A page that is read whatever others take. */
    static byte[] good() {
        return page("/Contents 4 0 R" + HELVETICA, "", HELLO, "", new byte[0]);
    }

    /** What a page refers to is not parsed before it is read. */
    private static void objects(List<HostileFile> files) {
        for (String object : List.of("<<>>", "[]", "(ab)", "9 0 R ")) {
            files.add(pdf(
                    "millions of " + object,
                    () -> page(
                            "/Contents 4 0 R/Annots 6 0 R" + HELVETICA,
                            "",
                            HELLO,
                            "",
                            new byte[0],
                            "6 0 obj[" + object.repeat(MANY) + "]endobj\n")));
        }
        files.add(pdf("a dictionary of many keys", () -> {
            var keys = new StringBuilder();
            for (int i = 0; i < MANY / 2; i++) {
                keys.append("/K").append(Integer.toString(i, 36)).append(" 1");
            }
            return page(
                    "/Contents 4 0 R/Resources 6 0 R",
                    "",
                    HELLO,
                    "",
                    new byte[0],
                    "6 0 obj<</Font<<" + keys + ">>>>endobj\n");
        }));
        files.add(pdf(
                "a string without an end",
                () -> page(
                        "/Contents 4 0 R/Annots 6 0 R" + HELVETICA,
                        "",
                        HELLO,
                        "",
                        new byte[0],
                        "6 0 obj(" + "a".repeat(60 * MEBIBYTE) + ")endobj\n")));
    }

    private static void contents(List<HostileFile> files) {
        for (String operand : List.of("1 ", "1.25 ", "/a ", "(ab)", "[1 2]", "<</A 1>>", "<6162>", "[")) {
            files.add(content("operands " + operand, operand, operand));
        }
        for (String open : List.of("(", "/", "<", "[", "BI /W 1 /H 1 /BPC 8 /CS /G ID ")) {
            files.add(content("a content of one " + open, open, "61 "));
        }
        files.add(pdf(
                "a content of many parts",
                () -> page(
                        "/Contents[" + "4 0 R ".repeat(500) + "]" + HELVETICA,
                        "/Filter/FlateDecode",
                        folded("", "q Q ", 4 * MEBIBYTE),
                        "",
                        new byte[0])));
    }

    private static HostileFile content(String name, String beginning, String rest) {
        return pdf(
                name,
                () -> page(
                        "/Contents 4 0 R" + HELVETICA,
                        "/Filter/FlateDecode",
                        folded(beginning, rest, UNFOLDED),
                        "",
                        new byte[0]));
    }

    private static void streams(List<HostileFile> files) {
        String descendant =
                "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
                        + "/Ordering(Identity)/Supplement 0>>>>]";
        List<String> resources = List.of(
                "/Font<</F1<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 5 0 R" + descendant
                        + ">>>>",
                "/Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor/FontName/X"
                        + "/Flags 4/FontFile2 5 0 R>>>>>>",
                "/ColorSpace<</C[/ICCBased 5 0 R]>>",
                "/XObject<</X 5 0 R>>");
        for (String resource : resources) {
            files.add(pdf(
                    "what unfolds as " + resource,
                    () -> page(
                            "/Contents 4 0 R/Resources<<" + resource + ">>",
                            "",
                            latin("/C cs 0 sc 0 0 9 9 re f /X Do BT /F1 12 Tf 40 200 Td (Hello) Tj ET"),
                            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/N 3/Filter/FlateDecode",
                            folded("", "1 beginbfchar <0041> <0042> endbfchar\n", UNFOLDED))));
        }
        files.add(pdf(
                "a function of very many samples",
                () -> page(
                        "/Contents 4 0 R/Resources<</Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 99 99]"
                                + "/Function 5 0 R>>>>>>",
                        "",
                        latin("/S sh"),
                        "/FunctionType 0/Domain[0 1 0 1 0 1]/Range[0 1]/Size[900 900 900]/BitsPerSample 8",
                        new byte[9])));
    }

    private static void pictures(List<HostileFile> files) {
        for (String space : List.of("Gray", "RGB", "CMYK")) {
            files.add(pdf(
                    "a picture in " + space + " beside text",
                    () -> page(
                            "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F1<</Type/Font/Subtype/Type1"
                                    + "/BaseFont/Helvetica>>>>>>",
                            "",
                            latin("BT /F1 12 Tf 40 200 Td (Hello) Tj ET 200 0 0 200 0 0 cm /X Do"),
                            "/Type/XObject/Subtype/Image/Width 14000/Height 14000/BitsPerComponent 8/ColorSpace/Device"
                                    + space + "/Filter/FlateDecode",
                            folded("", "\0", UNFOLDED))));
        }
    }

    private static HostileFile pdf(String name, Supplier<byte[]> content) {
        return new HostileFile(name, "pdf", content);
    }

    /** One page; object 4 is a stream, its content, object 5 another. */
    private static byte[] page(
            String page, String dictionary, byte[] content, String other, byte[] stream, String... more) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(latin("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]" + page + ">>endobj\n"));
        stream(file, 4, dictionary, content);
        stream(file, 5, other, stream);
        for (String object : more) {
            file.writeBytes(latin(object));
        }
        file.writeBytes(latin("trailer<</Root 1 0 R/Size 7>>\nstartxref\n0\n%%EOF\n"));
        return file.toByteArray();
    }

    private static void stream(ByteArrayOutputStream file, int number, String dictionary, byte[] content) {
        file.writeBytes(latin(number + " 0 obj<<" + dictionary + "/Length " + content.length + ">>stream\n"));
        file.writeBytes(content);
        file.writeBytes(latin("\nendstream endobj\n"));
    }

    private static byte[] folded(String beginning, String rest, int length) {
        var folded = new ByteArrayOutputStream();
        byte[] part = latin(rest.repeat(MEBIBYTE / rest.length()));
        try (var deflater = new DeflaterOutputStream(folded, new Deflater(Deflater.BEST_SPEED))) {
            deflater.write(latin(beginning));
            for (int i = 0; i < length / part.length; i++) {
                deflater.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded.toByteArray();
    }

    private static byte[] png(int side, int bits, int colours) {
        int row = 1 + side * bits * (colours == 2 ? 3 : 1) / 8;
        return png(side, bits, colours, folded("", "\0", row * side + MEBIBYTE), 0);
    }

    private static byte[] texts() {
        return png(9, 8, 0, folded("", "\0", MEBIBYTE), 1_000_000);
    }

    private static byte[] png(int side, int bits, int colours, byte[] pixels, int texts) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put((byte) bits)
                        .put((byte) colours)
                        .array());
        var text = new ByteArrayOutputStream();
        chunk(text, "tEXt", latin("a\0b"));
        for (int i = 0; i < texts; i++) {
            file.writeBytes(text.toByteArray());
        }
        chunk(file, "IDAT", pixels);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var checksum = new CRC32();
        checksum.update(latin(type));
        checksum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(latin(type));
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] gif() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(latin("GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377"));
        for (int i = 0; i < 1_000_000; i++) {
            file.writeBytes(new byte[] {0x21, (byte) 0xfe, 1, 'a', 0});
        }
        file.writeBytes(new byte[] {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b});
        return file.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
