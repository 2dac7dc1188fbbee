package dev.pagewright.worker.ocr.tesseract;

import com.sun.jna.Pointer;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the words of a recognised page over from native memory, line by line. */
final class WordIterator {

    private static final int TOP_TO_BOTTOM = 2;

    private final Pointer iterator;
    private final Pointer places;
    private final int width;
    private final int height;
    private final boolean leftToRight;
    private final boolean dense;
    private final List<Line> lines = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private List<String> raw = new ArrayList<>();
    private String lineText = "";
    private double angle;
    private long letters;
    private long known;

    private WordIterator(Pointer iterator, String data, int width, int height) {
        this.iterator = iterator;
        this.places = TesseractLibrary.TessResultIteratorGetPageIterator(iterator);
        this.width = width;
        this.height = height;
        this.leftToRight = ScriptSettings.leftToRight(data);
        this.dense = ScriptSettings.dense(data);
    }

    /**
     * Confidence is the engine's own, not calibrated.
     *
     * @param data that the page was read with
     */
    static TesseractText text(Pointer handle, String data, int width, int height) {
        Pointer iterator = TesseractLibrary.TessBaseAPIGetIterator(handle);
        if (iterator == null) {
            return TesseractText.NONE;
        }
        try {
            return new WordIterator(iterator, data, width, height).all();
        } finally {
            TesseractLibrary.TessResultIteratorDelete(iterator);
        }
    }

    private TesseractText all() {
        do {
            if (TesseractLibrary.TessPageIteratorIsAtBeginningOf(places, TesseractLibrary.LEVEL_LINE) != 0) {
                endLine();
                angle = angle();
                lineText = dense ? text(TesseractLibrary.LEVEL_LINE) : "";
            }
            String written = text(TesseractLibrary.LEVEL_WORD);
            String text = Joiners.settled(CleanText.oneLine(written).replace(" ", ""));
            BoundingBox box = text.isEmpty() ? null : box();
            if (box != null) {
                double confidence =
                        TesseractLibrary.TessResultIteratorConfidence(iterator, TesseractLibrary.LEVEL_WORD) / 100.0;
                words.add(new Word(text, box, Math.clamp(confidence, 0, 1)));
                raw.add(written);
                count(text);
            }
        } while (next());
        endLine();
        return new TesseractText(lines, letters == 0 ? 0 : (double) known / letters);
    }

    private boolean next() {
        return leftToRight
                ? TesseractNatives.nextInStore(iterator, TesseractLibrary.LEVEL_WORD)
                : TesseractLibrary.TessResultIteratorNext(iterator, TesseractLibrary.LEVEL_WORD) != 0;
    }

    private void count(String word) {
        long own = word.codePoints().filter(Character::isLetter).count();
        if (own > 1) {
            letters += own;
            known += TesseractLibrary.TessResultIteratorWordIsFromDictionary(iterator) != 0 ? own : 0;
        }
    }

    private void endLine() {
        if (words.isEmpty()) {
            return;
        }
        var spaced = SpacedWords.of(words, raw, lineText);
        lines.add(new Line(
                spaced.text(),
                BoundingBox.hull(words.stream().map(Word::box).toList()),
                words.stream().mapToDouble(Word::confidence).average().orElse(0),
                Engine.TESSERACT,
                TextStyle.UNKNOWN,
                angle,
                spaced.words()));
        words = new ArrayList<>();
        raw = new ArrayList<>();
    }

    private String text(int level) {
        Pointer text = TesseractLibrary.TessResultIteratorGetUTF8Text(iterator, level);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8");
        } finally {
            TesseractLibrary.TessDeleteText(text);
        }
    }

    private @Nullable BoundingBox box() {
        int[] left = new int[1];
        int[] top = new int[1];
        int[] right = new int[1];
        int[] bottom = new int[1];
        int found = TesseractLibrary.TessPageIteratorBoundingBox(
                places, TesseractLibrary.LEVEL_WORD, left, top, right, bottom);
        return found == 0 || left[0] > right[0] || top[0] > bottom[0]
                ? null
                : new BoundingBox(left[0], top[0], right[0], bottom[0]).clip(width, height);
    }

    /** Direction of reading: the block's quarter turn and the slant of the line's own baseline. */
    private double angle() {
        int[] orientation = new int[1];
        int[] direction = new int[1];
        TesseractLibrary.TessPageIteratorOrientation(places, orientation, direction, new int[1], new float[1]);
        if (direction[0] == TOP_TO_BOTTOM) {
            return 90; // vertical Chinese, Japanese, Korean
        }
        int[] x1 = new int[1];
        int[] y1 = new int[1];
        int[] x2 = new int[1];
        int[] y2 = new int[1];
        double slant = 0;
        if (orientation[0] == 0
                && TesseractLibrary.TessPageIteratorBaseline(places, TesseractLibrary.LEVEL_LINE, x1, y1, x2, y2) != 0
                && x2[0] > x1[0]) {
            slant = Math.toDegrees(Math.atan2(y2[0] - y1[0], x2[0] - x1[0]));
        }
        return 90 * orientation[0] + slant;
    }
}
