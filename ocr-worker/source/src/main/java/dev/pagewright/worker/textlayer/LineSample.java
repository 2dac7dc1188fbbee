package dev.pagewright.worker.textlayer;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.source.pdf.TextLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares some lines of a text layer to what is seen where they are said to stand: one small picture is recognised. */
final class LineSample {

    private static final int LINES = 6;
    private static final int LEAST_LETTERS = 6;
    private static final double MARGIN = 0.2;
    private static final double GAP = 0.8;
    private static final int MOST_PIXELS = 6_000_000;

    /**
     * What came of it.
     *
     * @param agreement mean likeness of the lines, 0 to 1
     * @param read letters that were recognised, as a share of those of the text layer
     */
    record Outcome(double agreement, double read) {}

    private LineSample() {}

    /** Upright lines, long ones, spread over the page; none where it has none. */
    static List<Line> choose(List<TextLine> lines) {
        List<Line> longest = lines.stream()
                .map(TextLine::line)
                .filter(line -> line.angle() == 0
                        && line.box().height() > 2
                        && Similarity.bare(line.text()).length() >= LEAST_LETTERS)
                .sorted(Comparator.comparingInt(
                        (Line line) -> -Similarity.bare(line.text()).length()))
                .limit(4L * LINES)
                .sorted(Comparator.comparingDouble(line -> line.box().top()))
                .toList();
        List<Line> chosen = new ArrayList<>();
        for (int i = 0; i < LINES && i < longest.size(); i++) {
            chosen.add(longest.get((int) ((long) i * longest.size() / Math.min(LINES, longest.size()))));
        }
        return chosen;
    }

    /** @param page the picture of the whole page */
    static Outcome compare(
            List<Line> lines,
            PagePicture page,
            PictureReader reader,
            TaskOptions options,
            Deadline deadline,
            Attempts attempts) {
        double scale = page.image().getWidth() / page.width();
        List<BoundingBox> crops = lines.stream()
                .map(line -> crop(line.box(), scale, page.image()))
                .toList();
        List<Double> tops = new ArrayList<>();
        BufferedImage strip = strip(crops, page.image(), tops);
        Recognition recognition =
                reader.read(new PagePicture(strip, strip.getWidth(), strip.getHeight(), page.dpi()), options, deadline);
        attempts.note(recognition.faults());
        double agreement = 0;
        int wanted = 0;
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            String told = Similarity.bare(lines.get(i).text());
            String found = Similarity.bare(
                    at(recognition, tops.get(i), tops.get(i) + crops.get(i).height()));
            agreement += Similarity.of(told, found) / lines.size();
            wanted += told.length();
            seen += found.length();
        }
        return new Outcome(agreement, (double) seen / Math.max(1, wanted));
    }

    private static BoundingBox crop(BoundingBox box, double scale, BufferedImage image) {
        double margin = MARGIN * box.height();
        return new BoundingBox(
                        Math.floor((box.left() - margin) * scale),
                        Math.floor((box.top() - margin) * scale),
                        Math.ceil((box.right() + margin) * scale),
                        Math.ceil((box.bottom() + margin) * scale))
                .clip(image.getWidth(), image.getHeight());
    }

    /** The crops below each other on white. */
    private static BufferedImage strip(List<BoundingBox> crops, BufferedImage image, List<Double> tops) {
        double height = 0;
        double width = 1;
        for (BoundingBox crop : crops) {
            height += GAP * crop.height();
            tops.add(height);
            height += crop.height();
            width = Math.max(width, crop.width());
        }
        double border = crops.getFirst().height() / 2;
        double wide = width + 2 * border;
        double high = Math.min(height + 2 * border, MOST_PIXELS / wide);
        var strip = new BufferedImage((int) Math.ceil(wide), (int) Math.ceil(high), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = strip.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
            for (int i = 0; i < crops.size(); i++) {
                BoundingBox crop = crops.get(i);
                int x = (int) border;
                int y = (int) Math.round(tops.get(i));
                graphics.drawImage(
                        image,
                        x,
                        y,
                        x + (int) crop.width(),
                        y + (int) crop.height(),
                        (int) crop.left(),
                        (int) crop.top(),
                        (int) crop.right(),
                        (int) crop.bottom(),
                        null);
            }
        } finally {
            graphics.dispose();
        }
        return strip;
    }

    private static String at(Recognition recognition, double top, double bottom) {
        var text = new StringBuilder();
        recognition.content().lines().stream()
                .filter(line -> line.box().centerY() > top && line.box().centerY() < bottom)
                .sorted(Comparator.comparingDouble(line -> line.box().left()))
                .forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
