package dev.pagewright.worker.textlayer;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.worker.source.pdf.PdfContent;
import dev.pagewright.worker.source.pdf.PdfPage;
import dev.pagewright.worker.source.pdf.TextLine;
import java.util.List;

/** Decides whether a page's text layer is to be believed. Thread-safe. */
public final class TrustDecision {

    private static final double MOST_UNMAPPED = 0.1;

    private TrustDecision() {}

    public static Trust of(PdfPage page, PdfContent content) {
        List<TextLine> visible =
                content.lines().stream().filter(line -> !line.invisible()).toList();
        if (content.lines().isEmpty()) {
            return Trust.refused(EngineReason.NO_TEXT_LAYER);
        }
        int letters = visible.stream().mapToInt(TextLine::letters).sum();
        int unmapped = visible.stream().mapToInt(TextLine::unmapped).sum();
        if (letters == 0 || unmapped > MOST_UNMAPPED * letters) {
            return Trust.refused(EngineReason.TEXT_LAYER_UNRELIABLE);
        }
        List<Line> lines = visible.stream().map(TextLine::line).toList();
        return new Trust(EngineReason.TEXT_LAYER_TRUSTED, lines);
    }
}
