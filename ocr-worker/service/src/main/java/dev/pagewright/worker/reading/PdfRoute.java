package dev.pagewright.worker.reading;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Unit;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.page.Ruling;
import dev.pagewright.worker.source.FilePicture;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.pdf.PdfContent;
import dev.pagewright.worker.source.pdf.PdfOriginal;
import dev.pagewright.worker.source.pdf.PdfPage;
import dev.pagewright.worker.source.pdf.TextLine;
import dev.pagewright.worker.textlayer.Trust;
import dev.pagewright.worker.textlayer.TrustDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides how a page of a PDF is read, and reads it. Thread-safe. */
final class PdfRoute {

    private final PictureReader reader;
    private final PictureRoute pictures;
    private final PictureText pictureText;

    PdfRoute(PictureReader reader, PictureRoute pictures) {
        this.reader = reader;
        this.pictures = pictures;
        this.pictureText = new PictureText(reader);
    }

    Page read(PdfOriginal original, PageRequest request, Steps steps, Attempts attempts)
            throws UnreadablePageException {
        PdfPage page = original.page(request.number(), request.deadline());
        PdfContent content = content(page, request, attempts);
        steps.end("text_layer");
        boolean vlm = request.options().tier().equals("vlm");
        boolean endpoint = vlm && reader.capabilities().visionModel() != null;
        EngineReason asked = vlm && !endpoint ? EngineReason.VLM_NOT_CONFIGURED : null;
        if (content.empty()) {
            if (content.damaged()) {
                throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT);
            }
            return textLayer(page, content, List.of(), EngineReason.NO_TEXT_LAYER, request, steps, attempts);
        }
        switch (request.options().ocr()) {
            case "never" -> {
                return textLayer(page, content, seen(content), EngineReason.OCR_NEVER, request, steps, attempts);
            }
            case "force" -> {
                return picture(page, content, EngineReason.OCR_FORCED, request, steps, attempts);
            }
            default -> {}
        }
        Trust trust = attempts.at(
                PageStep.TRUST,
                () -> new TrustDecision(page, content, reader, local(request.options()), request.deadline(), attempts)
                        .decide(),
                () -> new Trust(EngineReason.TEXT_LAYER_UNRELIABLE, List.of(), Map.of()));
        steps.end("trust");
        steps.measured(trust.debug());
        EngineReason reason = asked == null ? trust.reason() : asked;
        if (!trust.trusted()) {
            return picture(page, content, reason, request, steps, attempts);
        }
        if (endpoint) {
            return attempts.at(
                    PageStep.VLM,
                    () -> known(page, content, trust.lines(), request, steps, attempts),
                    () -> textLayer(
                            page, content, trust.lines(), EngineReason.VLM_UNAVAILABLE, request, steps, attempts));
        }
        List<Line> lines = new ArrayList<>(trust.lines());
        List<Line> more = attempts.at(
                PageStep.PICTURE_TEXT,
                () -> pictureText.read(
                        page, content.pictures(), lines, local(request.options()), request.deadline(), attempts),
                List::of);
        steps.end("picture_text");
        steps.measured("picture_lines", more.size());
        tell(page, steps);
        lines.addAll(more);
        return textLayer(page, content, lines, reason, request, steps, attempts);
    }

    private static PdfContent content(PdfPage page, PageRequest request, Attempts attempts)
            throws UnreadablePageException {
        Throwable fault = page.fault();
        if (fault instanceof RuntimeException) { // what is thrown of a damaged file is no fault of the step
            attempts.note(PageStep.TEXT_LAYER, fault);
        }
        return attempts.at(PageStep.TEXT_LAYER, page::content, () -> {
            if (request.options().ocr().equals("never")) {
                throw new UnreadablePageException(
                        PageErrorCode.PAGE_CORRUPT, "The page's text layer cannot be read, and nothing else may be.");
            }
            return page.withoutText();
        });
    }

    /** Parts of a page go to no endpoint: it would be asked, and paid, for each of them. */
    private static TaskOptions local(TaskOptions options) {
        return new TaskOptions("cpu", options.language(), options.ocr());
    }

    private static List<Line> seen(PdfContent content) {
        boolean some = content.lines().stream().anyMatch(line -> !line.invisible());
        return content.lines().stream()
                .filter(line -> !some || !line.invisible())
                .map(TextLine::line)
                .toList();
    }

    /** Where its picture cannot be read, what the text layer says stands in for it, untrusted as it is. */
    private Page picture(
            PdfPage page, PdfContent content, EngineReason reason, PageRequest request, Steps steps, Attempts attempts)
            throws UnreadablePageException {
        List<Line> told = seen(content);
        if (told.isEmpty()) {
            return pictured(page, content, reason, request, steps, attempts);
        }
        return attempts.at(
                PageStep.PICTURE,
                () -> pictured(page, content, reason, request, steps, attempts),
                () -> textLayer(page, content, told, reason, request, steps, attempts));
    }

    private Page pictured(
            PdfPage page, PdfContent content, EngineReason reason, PageRequest request, Steps steps, Attempts attempts)
            throws UnreadablePageException {
        FilePicture picture = page.picture();
        steps.end("picture");
        tell(page, steps);
        List<Ruling> rulings = page.scan() ? List.of() : content.rulings();
        Page read = pictures.read(picture, rulings, page.links(), reason, request, steps, attempts);
        if (page.incomplete() && read.blocks().isEmpty()) {
            throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT); // not blank: what is on it cannot be seen
        }
        return read;
    }

    private static void tell(PdfPage page, Steps steps) {
        if (page.incomplete()) {
            steps.measured("pictures_missing", 1);
        }
    }

    /** The picture is read by a model, whose text is held against that of the text layer. */
    private Page known(
            PdfPage page, PdfContent content, List<Line> lines, PageRequest request, Steps steps, Attempts attempts)
            throws UnreadablePageException {
        FilePicture picture = page.picture();
        steps.end("picture");
        var layer = new Recognition(
                0,
                new PageContent(page.width(), page.height(), lines, content.rulings(), content.pictures()),
                null,
                Engine.TEXT_LAYER,
                engines(lines),
                EngineReason.TEXT_LAYER_TRUSTED,
                null,
                Map.of());
        Recognition read = reader.readAgain(picture.picture(), layer, request.options(), request.deadline());
        steps.end("recognition");
        return pictures.page(
                picture,
                read,
                content.rulings(),
                page.links(),
                EngineReason.TEXT_LAYER_TRUSTED,
                request,
                steps,
                attempts);
    }

    private static Set<Engine> engines(List<Line> lines) {
        Set<Engine> engines = EnumSet.noneOf(Engine.class);
        lines.forEach(line -> engines.add(line.engine()));
        return engines;
    }

    private static Page textLayer(
            PdfPage page,
            PdfContent content,
            List<Line> lines,
            EngineReason reason,
            PageRequest request,
            Steps steps,
            Attempts attempts) {
        Layout layout = LayoutAnalysis.analyse(
                new PageContent(page.width(), page.height(), lines, content.rulings(), content.pictures()), attempts);
        steps.end("layout");
        return new Page(
                request.index(),
                request.number(),
                page.width(),
                page.height(),
                Unit.PT,
                page.rotation(),
                page.toOriginal(),
                new Reading(Engine.TEXT_LAYER, engines(lines), reason, null, attempts.steps()),
                layout.blocks(),
                layout.tables(),
                page.links(),
                steps.figures());
    }
}
