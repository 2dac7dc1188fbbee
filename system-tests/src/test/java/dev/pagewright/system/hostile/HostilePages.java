package dev.pagewright.system.hostile;

import dev.pagewright.system.document.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** PDFs whose pages are what is hostile: their content unfolds, multiplies or is absurdly large. */
final class HostilePages {

    private static final int MEBIBYTE = 1 << 20;
    private static final String PAPER = "/MediaBox [0 0 420 300] /Resources " + PdfBytes.font();
    private static final byte[] HELLO = PdfBytes.latin("BT /F1 12 Tf 40 200 Td (Hello) Tj ET");

    private HostilePages() {}

    static List<Attack> all() {
        return Stream.concat(small().stream(), large().stream()).toList();
    }

    /** Those that are dealt with soon. */
    static List<Attack> small() {
        return List.of(
                new UploadAttack("a page count that is a lie", HostilePages::countLie),
                new UploadAttack("paper of absurd size", HostilePages::paper),
                new UploadAttack("a good PDF with bytes changed", HostilePages::scratched));
    }

    private static List<Attack> large() {
        return List.of(
                new UploadAttack("a page's content that unfolds", HostilePages::contentBomb),
                new UploadAttack("forms that draw each other, twice each", HostilePages::laughs),
                new UploadAttack("a picture of many pixels in few bytes", HostilePages::pictureBomb),
                new UploadAttack("a page of hundreds of thousands of words", HostilePages::manyWords));
    }

    static UploadedFile countLie(Random random) {
        PdfBytes pdf = new PdfBytes();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count %s >>"
                .formatted(pick(random, "2000000000", "2147483647", "99999999999", "-1", "1000000", "0", "1.5e9")));
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 300] >>");
        UploadedFile file = UploadedFile.pdf(pdf.bytes());
        return random.nextInt(4) == 0
                ? file
                : file.with("pages", pick(random, "1-", "-2000000000", "1-999999", "2-", "1-,1-,1-,1-", "999999-"));
    }

    static UploadedFile contentBomb(Random random) {
        String operators = pick(random, "q ", "0 0 m ", "BT /F1 12 Tf (a) Tj ET ", "0 0 9 9 re f ", "[", "(");
        return UploadedFile.pdf(PdfBytes.onePage(PAPER, repeated(operators, (60 + random.nextInt(200)) * MEBIBYTE))
                .bytes());
    }

    static UploadedFile laughs(Random random) {
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
        return UploadedFile.pdf(pdf.bytes());
    }

    static UploadedFile pictureBomb(Random random) {
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
        return UploadedFile.pdf(pdf.bytes());
    }

    static UploadedFile manyWords(Random random) {
        int words = 200_000 + random.nextInt(150_000);
        var content = new StringBuilder("BT /F1 2 Tf 2 TL 0 299 Td\n");
        for (int i = 0; i < words; i++) {
            content.append('(').append(Integer.toString(i, 36)).append(" ) Tj");
            content.append(i % 150 == 149 ? " T*\n" : "\n");
        }
        return UploadedFile.pdf(
                PdfBytes.onePage(PAPER, PdfBytes.latin(content + "ET")).bytes());
    }

    static UploadedFile paper(Random random) {
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
        return UploadedFile.pdf(
                PdfBytes.onePage("/MediaBox %s %s /Resources %s".formatted(box, unit, PdfBytes.font()), HELLO)
                        .bytes());
    }

    static UploadedFile scratched(Random random) {
        byte[] bytes = random.nextBoolean() ? SampleDocuments.textPdf(2) : SampleDocuments.scannedPdf(2);
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return UploadedFile.pdf(bytes);
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
