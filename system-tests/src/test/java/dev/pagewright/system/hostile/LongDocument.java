package dev.pagewright.system.hostile;

import java.util.stream.IntStream;

/** A PDF with a text layer whose pages are full of words, so that its answers are long. */
final class LongDocument {

    private static final int A_LINE = 10;

    private LongDocument() {}

    static byte[] pdf(int pages, int wordsAPage) {
        PdfBytes pdf = new PdfBytes();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        int tree = pdf.reserve();
        var kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            int content = pdf.deflated("", content(page, wordsAPage));
            kids.append(pdf.object(
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources %s >>"
                                    .formatted(content, PdfBytes.font())))
                    .append(" 0 R ");
        }
        pdf.set(tree, "<< /Type /Pages /Kids [ %s] /Count %d >>".formatted(kids, pages));
        return pdf.bytes();
    }

    private static byte[] content(int page, int words) {
        var content = new StringBuilder("BT /F1 9 Tf 12 TL 40 800 Td\n");
        IntStream.range(0, words).forEach(i -> content.append("(word%d of page%d ) Tj".formatted(i, page))
                .append(i % A_LINE == A_LINE - 1 ? " T*\n" : "\n"));
        return PdfBytes.latin(content + "ET");
    }
}
