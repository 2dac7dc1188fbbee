package dev.pagewright.worker.ocr.ppocr;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a whole picture, or given lines of it, with PP-OCR. Confidence is the network's own, not calibrated.
 * Thread-safe: each call runs on its caller's thread alone.
 */
public final class PpOcrReader implements AutoCloseable {

    /** Below this a region is texture, not text. */
    private static final double LEAST_PROBABILITY = 0.5;

    private final PpOcrModels models;
    private final Set<String> alphabet;
    private final TextDetector detector;
    private final LineOrientation orientation;
    private final TextRecognizer recognizer;

    public PpOcrReader(PpOcrModels models) {
        this.models = models;
        this.detector = new TextDetector(new Network(models.detection()));
        this.orientation = new LineOrientation(new Network(models.orientation()));
        List<String> characters = alphabet(models.recognition());
        this.alphabet = new HashSet<>(characters);
        this.recognizer = new TextRecognizer(new Network(models.recognition()), characters);
    }

    private static List<String> alphabet(Path model) {
        try {
            return OnnxMetadata.read(model, "character")
                    .orElseThrow(() -> new IllegalStateException("the recognition model names no alphabet"))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String modelName() {
        return models.name();
    }

    /** Share of the text's letters that are in the model's alphabet; 1 where there are none. */
    public double knownShare(String text) {
        int[] letters = text.codePoints().filter(Character::isLetter).toArray();
        long known = Arrays.stream(letters)
                .filter(letter -> alphabet.contains(Character.toString(letter)))
                .count();
        return letters.length == 0 ? 1 : (double) known / letters.length;
    }

    /** Lines in no order that matters, boxes in the picture's pixels; those past the deadline are missing. */
    public List<Line> read(BufferedImage image, Deadline deadline) {
        List<Quad> regions = detector.lines(image);
        return deadline.over() ? List.of() : read(image, regions, deadline);
    }

    /** Reads level lines at known places: a second opinion. One line an area, in their order; empty ones included. */
    public List<Line> readLines(BufferedImage image, List<BoundingBox> areas, Deadline deadline) {
        Pixels page = Pixels.of(image);
        List<LinePicture> pictures = areas.stream()
                .map(box -> LinePicture.of(new Quad(box.centerX(), box.centerY(), box.width(), box.height(), 0)))
                .toList();
        List<RecognizedText> texts = recognizer.read(page, pictures, deadline);
        List<Line> lines = new ArrayList<>(areas.size());
        for (int i = 0; i < pictures.size(); i++) {
            lines.add(line(texts.get(i), pictures.get(i).quad(), page));
        }
        return lines;
    }

    private List<Line> read(BufferedImage image, List<Quad> regions, Deadline deadline) {
        Pixels page = Pixels.of(image);
        List<LinePicture> pictures =
                orientation.upright(page, regions.stream().map(LinePicture::of).toList());
        List<RecognizedText> texts = recognizer.read(page, pictures, deadline);
        List<Line> lines = new ArrayList<>(regions.size());
        for (int i = 0; i < pictures.size(); i++) {
            if (texts.get(i).probability() >= LEAST_PROBABILITY) {
                Line line = line(texts.get(i), pictures.get(i).quad(), page);
                if (!line.words().isEmpty()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static Line line(RecognizedText text, Quad quad, Pixels page) {
        List<Word> words = WordSplitter.words(text, quad, page.width(), page.height());
        double confidence =
                words.stream().mapToDouble(Word::confidence).average().orElse(0);
        return new Line(
                words.stream().map(Word::text).collect(Collectors.joining(" ")),
                quad.box(0, 1, page.width(), page.height()),
                confidence,
                Engine.PP_OCR,
                TextStyle.ofSize(quad.height()),
                quad.degrees(),
                words);
    }

    @Override
    public void close() {
        detector.close();
        orientation.close();
        recognizer.close();
    }
}
