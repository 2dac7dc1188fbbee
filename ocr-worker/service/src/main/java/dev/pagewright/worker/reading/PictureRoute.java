package dev.pagewright.worker.reading;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.Reading;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.page.Ruling;
import dev.pagewright.worker.source.FilePicture;
import dev.pagewright.worker.source.Turned;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.image.Blank;
import dev.pagewright.worker.source.image.ImageOriginal;
import java.util.List;
import java.util.Set;

/** Makes a page of its picture: recognition, structure, and the way back to the original. Thread-safe. */
final class PictureRoute {

    private final PictureReader reader;

    PictureRoute(PictureReader reader) {
        this.reader = reader;
    }

    Page ofImage(ImageOriginal original, PageRequest request, Steps steps, Attempts attempts)
            throws UnreadablePageException {
        FilePicture picture = original.page(request.number());
        steps.end("picture");
        if (request.options().ocr().equals("never")) {
            return empty(picture, EngineReason.OCR_NEVER, request, steps);
        }
        EngineReason reason =
                request.options().ocr().equals("force") ? EngineReason.OCR_FORCED : EngineReason.NO_TEXT_LAYER;
        return read(picture, List.of(), List.of(), reason, request, steps, attempts);
    }

    /**
     * @param rulings that the file itself draws, on the page before it is turned; they beat what is seen in the picture
     * @param links on the page before it is turned
     * @param reason why its picture is read at all
     */
    Page read(
            FilePicture picture,
            List<Ruling> rulings,
            List<Link> links,
            EngineReason reason,
            PageRequest request,
            Steps steps,
            Attempts attempts) {
        if (Blank.is(picture.picture().image())) {
            steps.end("blank");
            return empty(picture, EngineReason.BLANK, request, steps);
        }
        steps.end("blank");
        Recognition recognition = reader.read(picture.picture(), request.options(), request.deadline());
        steps.end("recognition");
        return page(picture, recognition, rulings, links, reason, request, steps, attempts);
    }

    /** The page of what was recognised in its picture; parameters as those of {@link #read}. */
    Page page(
            FilePicture picture,
            Recognition recognition,
            List<Ruling> rulings,
            List<Link> links,
            EngineReason reason,
            PageRequest request,
            Steps steps,
            Attempts attempts) {
        attempts.note(recognition.faults());
        steps.measured(recognition.debug());
        PageContent seen = recognition.content();
        double width = picture.picture().width();
        double height = picture.picture().height();
        int turn = recognition.turn();
        Layout layout = recognition.layout();
        if (layout == null) {
            List<Ruling> drawn = Turns.rulings(rulings, width, height, turn);
            layout = LayoutAnalysis.analyse(
                    new PageContent(
                            seen.width(),
                            seen.height(),
                            seen.lines(),
                            drawn.isEmpty() ? seen.rulings() : drawn,
                            seen.pictures()),
                    attempts);
            steps.end("layout");
        }
        EngineReason why = recognition.reason() == null ? reason : recognition.reason();
        return new Page(
                request.index(),
                request.number(),
                seen.width(),
                seen.height(),
                picture.unit(),
                (picture.rotation() + turn) % 360,
                Turned.by(picture.toOriginal(), width, height, turn),
                new Reading(
                        recognition.engine(),
                        recognition.engines(),
                        why,
                        recognition.language(),
                        attempts.steps(),
                        recognition.unread()),
                layout.blocks(),
                layout.tables(),
                Turns.links(links, width, height, turn),
                steps.figures());
    }

    private static Page empty(FilePicture picture, EngineReason reason, PageRequest request, Steps steps) {
        return new Page(
                request.index(),
                request.number(),
                picture.picture().width(),
                picture.picture().height(),
                picture.unit(),
                picture.rotation(),
                picture.toOriginal(),
                new Reading(Engine.TEXT_LAYER, Set.of(), reason, null),
                List.of(),
                List.of(),
                List.of(),
                steps.figures());
    }
}
