package dev.pagewright.system.hostile;

import dev.pagewright.system.document.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** PDFs that lie about their size, unfold, turn in circles or nest without end. */
final class HostilePdfs {

    private static final int MEBIBYTE = 1 << 20;
    private static final String PAPER = "/MediaBox [0 0 420 300] /Resources " + PdfBytes.font();
    private static final byte[] HELLO = PdfBytes.latin("BT /F1 12 Tf 40 200 Td (Hello) Tj ET");

    private HostilePdfs() {}

    static List<Attack> all() {
        return List.of(
                new UploadAttack("a page count that is a lie", HostilePdfs::countLie),
                new UploadAttack("an object stream that unfolds", HostilePdfs::objectStreamBomb),
                new UploadAttack("a page's content that unfolds", HostilePdfs::contentBomb),
                new UploadAttack("filters upon filters", HostilePdfs::filterStack),
                new UploadAttack("objects nested without end", HostilePdfs::nesting),
                new UploadAttack("references in a circle", HostilePdfs::circle),
                new UploadAttack("forms that draw each other, twice each", HostilePdfs::laughs),
                new UploadAttack("a picture of many pixels in few bytes", HostilePdfs::pictureBomb),
                new UploadAttack("a page of hundreds of thousands of words", HostilePdfs::manyWords),
                new UploadAttack("paper of absurd size", HostilePdfs::paper),
                new UploadAttack("encryption that asks for much", HostilePdfs::encryption),
                new UploadAttack("a good PDF with bytes changed", HostilePdfs::scratched));
    }

    static HostileFile countLie(Random random) {
        PdfBytes pdf = new PdfBytes();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count %s >>"
                .formatted(pick(random, "2000000000", "2147483647", "99999999999", "-1", "1000000", "0", "1.5e9")));
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 300] >>");
        HostileFile file = HostileFile.pdf(pdf.bytes());
        return random.nextInt(4) == 0
                ? file
                : file.with("pages", pick(random, "1-", "-2000000000", "1-999999", "2-", "1-,1-,1-,1-", "999999-"));
    }

    static HostileFile objectStreamBomb(Random random) {
        int count = pick(random, 1, 1000, 1_000_000);
        byte[] unfolded = new byte[(200 + random.nextInt(200)) * MEBIBYTE];
        byte[] filler = PdfBytes.latin(pick(random, "1 0 ", "[", "<<", " ", "(a)"));
        for (int i = 0; i < unfolded.length; i++) {
            unfolded[i] = filler[i % filler.length];
        }
        PdfBytes pdf = new PdfBytes();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R " + PAPER + " >>");
        int bomb = pdf.deflated("/Type /ObjStm /N %d /First %d".formatted(count, 8L * count), unfolded);
        // a cross-reference stream says that the catalogue's pages lie in the bomb
        byte[] table = new byte[7 * (bomb + 1)];
        for (int entry = 1; entry <= bomb; entry++) {
            table[7 * entry] = 2;
            table[7 * entry + 4] = (byte) bomb;
        }
        pdf.deflated("/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R".formatted(bomb + 1), table);
        return HostileFile.pdf(pdf.bytes("/XRefStm @TABLE"));
    }

    static HostileFile contentBomb(Random random) {
        String operators = pick(random, "q ", "0 0 m ", "BT /F1 12 Tf (a) Tj ET ", "0 0 9 9 re f ", "[", "(");
        return HostileFile.pdf(PdfBytes.onePage(PAPER, repeated(operators, (60 + random.nextInt(200)) * MEBIBYTE))
                .bytes());
    }

    static HostileFile filterStack(Random random) {
        PdfBytes pdf = PdfBytes.onePage(PAPER, HELLO);
        String filters = "/FlateDecode ".repeat(100 + random.nextInt(5000));
        int stack = pdf.stream("/Filter [ " + filters + "]", PdfBytes.deflate(HELLO));
        pdf.set(3, "<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s >>".formatted(stack, PAPER));
        return HostileFile.pdf(pdf.bytes());
    }

    static HostileFile nesting(Random random) {
        int depth = 10_000 + random.nextInt(1_000_000);
        String open = pick(random, "[", "<</A ", "[[");
        PdfBytes pdf = PdfBytes.onePage(PAPER, HELLO);
        int deep = pdf.object(open.repeat(depth) + "null");
        String place = pick(random, "/Annots", "/Resources", "/Metadata", "/Kids");
        pdf.set(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s %s %d 0 R >>".formatted(PAPER, place, deep));
        return HostileFile.pdf(pdf.bytes());
    }

    static HostileFile circle(Random random) {
        PdfBytes pdf = PdfBytes.onePage(PAPER, HELLO);
        switch (random.nextInt(5)) {
            case 0 -> pdf.set(2, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>");
            case 1 -> pdf.set(2, "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>");
            case 2 -> pdf.set(3, "3 0 R");
            case 3 -> pdf.set(4, "<< /Length 4 0 R >>\nstream\nq\nendstream");
            default -> {
                return HostileFile.pdf(pdf.bytes("/Prev @TABLE"));
            }
        }
        return HostileFile.pdf(pdf.bytes());
    }

    static HostileFile laughs(Random random) {
        int levels = 12 + random.nextInt(20);
        PdfBytes pdf = PdfBytes.onePage(PAPER, HELLO);
        String form = "/Type /XObject /Subtype /Form /BBox [0 0 420 300] ";
        int inner = pdf.stream(form + "/Resources " + PdfBytes.font(), HELLO);
        for (int level = 0; level < levels; level++) {
            inner = pdf.stream(
                    form + "/Resources << /XObject << /X %d 0 R >> >>".formatted(inner), PdfBytes.latin("/X Do /X Do"));
        }
        pdf.set(
                3,
                "<< /Type /Page /Parent 2 0 R /Contents %d 0 R /MediaBox [0 0 420 300] /Resources << /XObject << /X %d 0 R >> >> >>"
                        .formatted(pdf.stream("", PdfBytes.latin("/X Do")), inner));
        return HostileFile.pdf(pdf.bytes());
    }

    static HostileFile pictureBomb(Random random) {
        int side = 12_000 + random.nextInt(10_000);
        int bits = pick(random, 1, 8);
        PdfBytes pdf = PdfBytes.onePage(PAPER, HELLO);
        int picture = pdf.deflated(
                "/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace /DeviceGray"
                        .formatted(side, side, bits),
                new byte[(int) Math.min((long) side * side * bits / 8, 150L * MEBIBYTE)]);
        pdf.set(
                3,
                "<< /Type /Page /Parent 2 0 R /Contents %d 0 R /MediaBox [0 0 420 300] /Resources << /XObject << /X %d 0 R >> >> >>"
                        .formatted(pdf.stream("", PdfBytes.latin("420 0 0 300 0 0 cm /X Do")), picture));
        return HostileFile.pdf(pdf.bytes());
    }

    static HostileFile manyWords(Random random) {
        int words = 200_000 + random.nextInt(150_000);
        var content = new StringBuilder("BT /F1 2 Tf 2 TL 0 299 Td\n");
        for (int i = 0; i < words; i++) {
            content.append('(').append(Integer.toString(i, 36)).append(" ) Tj");
            content.append(i % 150 == 149 ? " T*\n" : "\n");
        }
        return HostileFile.pdf(
                PdfBytes.onePage(PAPER, PdfBytes.latin(content + "ET")).bytes());
    }

    static HostileFile paper(Random random) {
        String box = pick(
                random,
                "[0 0 1e9 1e9]",
                "[0 0 14400 14400]",
                "[0 0 0 0]",
                "[0 0 0.001 300]",
                "[0 0 -420 -300]",
                "[1e38 1e38 -1e38 -1e38]",
                "[0 0 1 30000]",
                "[0 0 30000 1]",
                "[(a) null 3 0 R]");
        String unit = pick(random, "", "/UserUnit 100000", "/UserUnit 0", "/Rotate 45", "/Rotate 2147483647");
        return HostileFile.pdf(
                PdfBytes.onePage("/MediaBox %s %s /Resources %s".formatted(box, unit, PdfBytes.font()), HELLO)
                        .bytes());
    }

    static HostileFile encryption(Random random) {
        String lie = pick(
                random,
                "/V 5 /R 6 /Length 2000000000",
                "/V 4 /R 4 /Length -8",
                "/V 2 /R 3 /Length 99999",
                "/V 99 /R 99",
                "/V 5 /R 6 /Length 256 /CF << /StdCF << /CFM /AESV3 /Length 99999999 >> >> /StmF /StdCF /StrF /StdCF");
        String zeros = "<" + "00".repeat(48) + ">";
        return HostileFile.pdf(PdfBytes.onePage(PAPER, HELLO)
                .bytes("/ID [<00> <00>] /Encrypt << /Filter /Standard %s /P -4 /O %s /U %s /OE %s /UE %s /Perms <%s> >>"
                        .formatted(lie, zeros, zeros, zeros, zeros, "00".repeat(16))));
    }

    static HostileFile scratched(Random random) {
        byte[] bytes = random.nextBoolean() ? SampleDocuments.textPdf(2) : SampleDocuments.scannedPdf(2);
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return HostileFile.pdf(bytes);
    }

    private static byte[] repeated(String text, int length) {
        byte[] unit = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = unit[i % unit.length];
        }
        return bytes;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
