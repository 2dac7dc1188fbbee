package dev.pagewright.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** PDFs that lie about their pages, unfold, turn in circles, nest or never end (ISO 32000-1, 7). */
public final class HostilePdfs {

    private static final String CATALOG = "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n";
    private static final String PAGE = "3 0 obj <</Type/Page/MediaBox[0 0 9 9]/Parent 2 0 R>> endobj\n";
    private static final String TRAILER = "trailer <</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n";
    private static final int MANY = 1_000_000;

    private HostilePdfs() {}

    /** Those that have pages none the less; their counts alone lie. */
    public static List<HostileFile> lyingCounts() {
        List<HostileFile> files = new ArrayList<>();
        for (String count :
                List.of("2000000000", "2147483648", "99999999999999999999", "-1", "0", "1e9", "(1)", "null")) {
            files.add(pdf("a count of " + count + " over one page", () -> document("[3 0 R]/Count " + count, PAGE)));
        }
        files.add(pdf(
                "a count that lies in an inner node",
                () -> document(
                        "[4 0 R]/Count 1",
                        "4 0 obj <</Type/Pages/Kids[3 0 R]/Count 1000000000/Parent 2 0 R>> endobj\n" + PAGE)));
        return List.copyOf(files);
    }

    public static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>(lyingCounts());
        trees(files);
        bombs(files);
        crossReferences(files);
        objects(files);
        encryption(files);
        endless(files);
        return List.copyOf(files);
    }

    private static void trees(List<HostileFile> files) {
        files.add(pdf("a page tree that is its own kid", () -> document("[2 0 R 2 0 R]/Count 2/Parent 2 0 R", "")));
        files.add(pdf(
                "two page trees that hold each other",
                () -> document(
                        "[4 0 R]/Count 1", "4 0 obj <</Type/Pages/Kids[2 0 R 4 0 R]/Count 1/Parent 2 0 R>> endobj\n")));
        files.add(pdf("a page tree that doubles sixty times", () -> chain(60, 2)));
        files.add(pdf("a page tree a hundred thousand deep", () -> chain(100_000, 1)));
        files.add(pdf(
                "a page that stands a million times in its tree",
                () -> document("[" + "3 0 R ".repeat(MANY) + "]/Count " + MANY, PAGE)));
        files.add(pdf(
                "kids that are no pages",
                () -> document("[1 0 R null 7 (x) [3 0 R] 99 0 R <<>> 3 0 R]/Count 8", PAGE)));
        files.add(pdf(
                "a million pages written out in the tree",
                () -> document("[" + "<</Type/Page>>".repeat(MANY) + "]/Count " + MANY, "")));
        files.add(pdf(
                "a parent chain in a circle",
                () -> document(
                        "[3 0 R]/Count 1/Parent 4 0 R", "4 0 obj <</Type/Pages/Parent 2 0 R>> endobj\n" + PAGE)));
    }

    private static void bombs(List<HostileFile> files) {
        for (int objects : new int[] {1, 2_000_000_000}) {
            files.add(pdf(
                    "an object stream of " + objects + " that unfolds to a gigabyte",
                    () -> stream("/Type/ObjStm/N " + objects + "/First 5/Filter/FlateDecode", Bytes.bomb(1024, '0'))));
        }
        files.add(pdf(
                "an object stream in an object stream",
                () -> stream(
                        "/Type/ObjStm/N 1/First 5/Filter[/FlateDecode/FlateDecode]",
                        Bytes.deflated(Bytes.bomb(1024, 0)))));
        files.add(pdf(
                "a cross-reference stream that unfolds to a gigabyte",
                () -> crossReferenceStream("/W[1 4 2]/Size 150000000/Filter/FlateDecode", Bytes.bomb(1024, 1))));
        files.add(pdf(
                "a cross-reference stream filtered a hundred times",
                () -> crossReferenceStream(
                        "/W[1 4 2]/Size 9/Filter[" + "/FlateDecode".repeat(100) + "]", Bytes.bomb(8, 1))));
        files.add(pdf(
                "filters that swell one after the other",
                () -> crossReferenceStream(
                        "/W[1 4 2]/Size 9/Filter[" + "/RunLengthDecode".repeat(20) + "]",
                        new byte[] {(byte) 129, (byte) 129, (byte) 128})));
        files.add(pdf(
                "a predictor of two thousand million columns",
                () -> crossReferenceStream(
                        "/W[1 4 2]/Size 9/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors"
                                + " 32/BitsPerComponent 16>>",
                        Bytes.bomb(1, 1))));
    }

    private static void crossReferences(List<HostileFile> files) {
        files.add(pdf("a cross-reference table that is its own predecessor", () -> Bytes.of(
                        "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n")
                .array()));
        files.add(pdf("a cross-reference table of two thousand million entries", () -> Bytes.of("""
                        %PDF-1.4
                        xref
                        0 2000000000
                        0000000000 65535 f\s
                        trailer <</Size 2000000000/Root 1 0 R>>
                        startxref
                        9
                        %%EOF
                        """)
                .array()));
        files.add(pdf(
                "a cross-reference stream with an index of two thousand million",
                () -> crossReferenceStream("/W[0 0 0]/Index[0 2000000000]/Size 2000000000", new byte[0])));
        files.add(pdf(
                "a cross-reference stream with fields of absurd width",
                () -> crossReferenceStream("/W[2147483647 2147483647 2147483647]/Size 9", new byte[9])));
        files.add(pdf("a chain of a hundred thousand predecessors", HostilePdfs::predecessors));
        files.add(pdf(
                "a stream whose length is itself",
                () -> document(
                        "[3 0 R]/Count 1", "3 0 obj <</Type/Page/Length 3 0 R>> stream\nx\nendstream endobj\n")));
    }

    private static void objects(List<HostileFile> files) {
        files.add(pdf("arrays a million deep", () -> document("[3 0 R]/Count 1/X " + "[".repeat(MANY), PAGE)));
        files.add(pdf("dictionaries a million deep", () -> document("[3 0 R]/Count 1/X " + "<</A".repeat(MANY), PAGE)));
        files.add(pdf("a dictionary of a million keys", () -> {
            StringBuilder keys = new StringBuilder();
            for (int i = 0; i < MANY; i++) {
                keys.append("/K").append(i).append(' ').append(i);
            }
            return document("[3 0 R]/Count 1" + keys, PAGE);
        }));
        files.add(pdf(
                "an array of four million numbers",
                () -> document("[3 0 R]/Count 1/X[" + "1 ".repeat(4 * MANY) + "]", PAGE)));
        files.add(pdf(
                "a name of eight megabytes", () -> document("[3 0 R]/Count 1/" + "x".repeat(8 * MANY) + " 1", PAGE)));
        files.add(
                pdf("a string that opens brackets", () -> document("[3 0 R]/Count 1/X " + "(".repeat(8 * MANY), PAGE)));
        files.add(pdf("a number of a million digits", () -> document("[3 0 R]/Count " + "9".repeat(MANY), PAGE)));
        files.add(pdf("a million objects", () -> {
            StringBuilder more = new StringBuilder(PAGE);
            for (int i = 4; i < MANY; i++) {
                more.append(i).append(" 0 obj 1 endobj\n");
            }
            return document("[3 0 R]/Count 1", more.toString());
        }));
    }

    private static void encryption(List<HostileFile> files) {
        List<String> dictionaries = List.of(
                "/V 1/R 2/Length 2147483647/O(" + "x".repeat(32) + ")/U(" + "x".repeat(32) + ")/P -4",
                "/V 2/R 3/Length -128/O(x)/U(x)/P -4",
                "/V 4/R 4/Length 128/CF<</StdCF<</CFM/AESV2/Length 2000000000>>>>/StmF/StdCF/StrF/StdCF/O()/U()/P -4",
                "/V 5/R 6/Length 2000000000/O(" + "x".repeat(MANY) + ")/U(" + "x".repeat(MANY) + ")/OE("
                        + "x".repeat(MANY) + ")/UE(" + "x".repeat(MANY) + ")/Perms(x)/P -4",
                "/V 99/R 99/P 99999999999");
        for (int i = 0; i < dictionaries.size(); i++) {
            String dictionary = dictionaries.get(i);
            files.add(pdf("encryption that asks for much, " + (i + 1), () -> Bytes.of("%PDF-1.7\n" + CATALOG)
                    .text("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n" + PAGE)
                    .text("trailer <</Root 1 0 R/Size 9/ID[(a)(b)]/Encrypt<</Filter/Standard" + dictionary + ">>>>\n")
                    .array()));
        }
        files.add(pdf("encryption that is its own dictionary", () -> Bytes.of("%PDF-1.7\n" + CATALOG)
                .text("4 0 obj 4 0 R endobj\ntrailer <</Root 1 0 R/Size 9/Encrypt 4 0 R>>\n")
                .array()));
    }

    /** What a parser that searches for what it lacks goes through again and again. */
    private static void endless(List<HostileFile> files) {
        for (String piece : List.of(
                "1 0 obj ",
                "<<",
                "(",
                "[",
                "endobj ",
                "xref\n",
                "trailer ",
                "startxref ",
                "stream\n",
                "%",
                "/",
                "1 0 obj<</Length 9>>stream\n")) {
            files.add(pdf("four megabytes of " + piece.strip(), () -> Bytes.of("%PDF-1.4\n")
                    .text(piece.repeat((4 << 20) / piece.length()))
                    .array()));
        }
        files.add(pdf("a header and nothing else", () -> Bytes.of("%PDF-1.4\n").array()));
    }

    private static byte[] predecessors() {
        Bytes bytes = Bytes.of("%PDF-1.4\n");
        int before = 0;
        for (int i = 0; i < 100_000; i++) {
            int here = bytes.length();
            bytes.text("xref\n0 1\n0000000000 65535 f \ntrailer <</Size 1/Root 1 0 R/Prev " + before + ">>\n");
            before = here;
        }
        return bytes.text("startxref\n" + before + "\n%%EOF\n").array();
    }

    private static byte[] chain(int depth, int times) {
        StringBuilder nodes = new StringBuilder();
        for (int level = 3; level < depth + 2; level++) {
            String kid = (level + 1) + " 0 R ";
            nodes.append(level).append(" 0 obj <</Type/Pages/Kids[").append(kid.repeat(times));
            nodes.append("]/Count 1073741824/Parent ").append(level - 1).append(" 0 R>> endobj\n");
        }
        nodes.append(depth + 2).append(" 0 obj <</Type/Page/MediaBox[0 0 9 9]>> endobj\n");
        return document("[3 0 R]/Count 1073741824", nodes.toString());
    }

    /** @param kids of the page tree's root, and what follows them */
    private static byte[] document(String kids, String objects) {
        return Bytes.of("%PDF-1.5\n")
                .text(CATALOG)
                .text("2 0 obj <</Type/Pages/Kids")
                .text(kids)
                .text(">> endobj\n")
                .text(objects)
                .text(TRAILER)
                .array();
    }

    private static byte[] stream(String dictionary, byte[] content) {
        return Bytes.of("%PDF-1.5\n5 0 obj <<" + dictionary + "/Length " + content.length + ">> stream\n")
                .raw(content)
                .text("\nendstream endobj\n" + TRAILER)
                .array();
    }

    private static byte[] crossReferenceStream(String dictionary, byte[] content) {
        Bytes bytes = Bytes.of("%PDF-1.5\n" + CATALOG + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n" + PAGE);
        int start = bytes.length();
        return bytes.text("5 0 obj <</Type/XRef/Root 1 0 R" + dictionary + "/Length " + content.length + ">> stream\n")
                .raw(content)
                .text("\nendstream endobj\nstartxref\n" + start + "\n%%EOF\n")
                .array();
    }

    private static HostileFile pdf(String name, Supplier<byte[]> content) {
        return new HostileFile(name, "pdf", content);
    }
}
