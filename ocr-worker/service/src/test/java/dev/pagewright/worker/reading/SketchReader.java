package dev.pagewright.worker.reading;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A picture reader that knows one word, {@code ink}: it stands where something dark is. Keeps what it was shown. */
final class SketchReader implements PictureReader {

    private final int turn;
    final List<PagePicture> shown = new ArrayList<>();

    /** @param turn degrees clockwise by which it says that pictures are to be turned */
    SketchReader(int turn) {
        this.turn = turn;
    }

    @Override
    public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
        shown.add(picture);
        BufferedImage image = picture.image();
        BoundingBox ink = ink(image)
                .map(box -> new BoundingBox(
                        box.left() * picture.width() / image.getWidth(),
                        box.top() * picture.height() / image.getHeight(),
                        box.right() * picture.width() / image.getWidth(),
                        box.bottom() * picture.height() / image.getHeight()))
                .orElse(new BoundingBox(0, 0, 0, 0));
        BoundingBox turned = Turns.box(ink, picture.width(), picture.height(), turn);
        boolean sideways = turn % 180 != 0;
        Line line = new Line(
                "ink", turned, 0.9, Engine.TESSERACT, TextStyle.UNKNOWN, 0, List.of(new Word("ink", turned, 0.9)));
        return new Recognition(
                turn,
                new PageContent(
                        sideways ? picture.height() : picture.width(),
                        sideways ? picture.width() : picture.height(),
                        ink.area() > 0 ? List.of(line) : List.of(),
                        List.of(),
                        List.of()),
                null,
                Engine.TESSERACT,
                Set.of(Engine.TESSERACT),
                null,
                "en",
                Map.of("sketch_ms", 1.0));
    }

    /** The box of what is dark. */
    static java.util.Optional<BoundingBox> ink(BufferedImage image) {
        BoundingBox ink = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) < 128) {
                    var pixel = new BoundingBox(x, y, x + 1, y + 1);
                    ink = ink == null ? pixel : ink.union(pixel);
                }
            }
        }
        return java.util.Optional.ofNullable(ink);
    }

    @Override
    public ReaderCapabilities capabilities() {
        return new ReaderCapabilities(List.of("en"), Set.of(Engine.TESSERACT), List.of(), null);
    }

    @Override
    public void close() {}
}
