package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.layout.Layout;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.layout.PageContent;
import dev.pagewright.worker.layout.RasterRulings;
import dev.pagewright.worker.layout.Ruling;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.PagePicture;
import dev.pagewright.worker.reading.Recognition;
import dev.pagewright.worker.recognition.merge.Calibration;
import dev.pagewright.worker.recognition.merge.LineMerge;
import dev.pagewright.worker.recognition.merge.Readings;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.Resampling;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page on its way through preparation and engines. Used once, by one thread. */
final class PageReading {

    /** Mean probability of a reading's letters above which it needs no second one. */
    private static final double SURE = 0.88;

    /** Share of a page's letters that may stand in no word: rules, pictures, dirt. */
    private static final double COMPLETE = 0.12;

    /** By how much more letters must be expected right before one engine's reading replaces the other's whole. */
    private static final double CLEARLY_BETTER = 1.12;

    private final Engines engines;
    private final PagePicture picture;
    private final boolean thorough;
    private final Deadline deadline;
    private final Map<String, Double> debug = new HashMap<>();
    private final Set<Engine> asked = EnumSet.noneOf(Engine.class);

    private Sheet sheet;
    private Preparation preparation;

    /** @param thorough whether both engines read the whole page, whatever the first one thinks of its reading */
    PageReading(Engines engines, PagePicture picture, boolean thorough, Deadline deadline) {
        this.engines = engines;
        this.picture = picture;
        this.thorough = thorough;
        this.deadline = deadline;
        this.sheet = Sheet.of(picture);
        this.preparation = Preparation.of(sheet.grey());
    }

    Recognition read(String data, @Nullable String language) {
        asked.add(Engine.TESSERACT);
        if (preparation.blank() || deadline.over()) {
            return recognition(List.of(), null, language);
        }
        List<Line> lines = firstReading(data);
        EngineReason reason = thorough ? EngineReason.VLM_NOT_CONFIGURED : null;
        if ((thorough || doubtful(lines)) && engines.secondOpinion(data) && !deadline.over()) {
            reason = thorough ? reason : EngineReason.LOW_CONFIDENCE;
            lines = together(lines, data);
        }
        return recognition(lines, reason, language);
    }

    /** Tesseract's, with the page turned where that makes it better. */
    private List<Line> firstReading(String data) {
        if (preparation.sideways()) {
            int degrees = orientation();
            if (degrees != 0) {
                turn(degrees);
                level();
                return tesseract(data);
            }
        }
        level();
        List<Line> lines = tesseract(data);
        int degrees = doubtful(lines) ? orientation() : 0;
        return degrees == 0 ? lines : betterTurned(lines, degrees, data);
    }

    private List<Line> betterTurned(List<Line> lines, int degrees, String data) {
        Sheet before = sheet;
        Preparation preparedBefore = preparation;
        turn(degrees);
        level();
        List<Line> turned = tesseract(data);
        if (Readings.worth(turned) > 1.2 * Readings.worth(lines)) {
            return turned;
        }
        sheet = before;
        preparation = preparedBefore;
        return lines;
    }

    /** Whether another look pays: words of low confidence, or letters on the page that stand in no word. */
    private boolean doubtful(List<Line> lines) {
        double confidence = Readings.confidence(lines);
        double unread = preparation.unread(lines);
        debug.put("tesseract_confidence", confidence);
        debug.put("unread_share", unread);
        return confidence < SURE || unread > COMPLETE;
    }

    /** Degrees clockwise by which the sheet must be turned, as far as orientation detection can tell. */
    private int orientation() {
        long start = System.nanoTime();
        int factor = Math.max(1, (int) Math.round(preparation.letterHeight() / 14));
        GreyPicture small = Resampling.reduced(sheet.grey(), factor);
        Optional<OrientationAndScript> found =
                engines.tesseract().orientation(preparation.cleaned(small), Math.max(70, 200 / factor));
        took("orientation_ms", start);
        return found.filter(seen -> seen.certainty() > 1)
                .map(OrientationAndScript::degrees)
                .orElse(0);
    }

    private void turn(int degrees) {
        sheet = Sheet.of(picture).turned((sheet.turn() + degrees / 90) % 4);
        preparation = Preparation.of(sheet.grey());
    }

    private void level() {
        double slant = preparation.slant();
        if (slant != 0) {
            long start = System.nanoTime();
            sheet = sheet.levelled(
                    slant,
                    preparation.inverted()
                            ? 255 - preparation.tones().paper()
                            : preparation.tones().paper());
            preparation = Preparation.of(sheet.grey());
            debug.put("deskew_degrees", slant);
            took("deskew_ms", start);
        }
    }

    private List<Line> tesseract(String data) {
        long start = System.nanoTime();
        GreyPicture clean = preparation.cleaned(sheet.grey());
        int factor = preparation.enlargement(clean);
        GreyPicture enlarged = factor == 1 ? clean : Resampling.scaled(clean, factor);
        took("preparation_ms", start);
        debug.put("letter_height", preparation.letterHeight());
        debug.put("enlargement", (double) factor);
        start = System.nanoTime();
        List<Line> lines =
                Calibration.of(engines.tesseract().read(enlarged, data, Segmentation.PAGE, dpi() * factor, deadline));
        took("tesseract_ms", start);
        double scale = 1.0 / factor;
        return factor == 1
                ? lines
                : lines.stream()
                        .map(line -> moved(line, box -> box.scale(scale)))
                        .toList();
    }

    /** As the file tells, else judged by the size of the letters (20 pixels at 300 dpi). */
    private int dpi() {
        if (picture.dpi() >= 70 && picture.dpi() <= 1200) {
            return (int) Math.round(picture.dpi());
        }
        return preparation.letterHeight() == 0 ? 300 : (int) Math.clamp(15 * preparation.letterHeight(), 70, 600);
    }

    private List<Line> together(List<Line> first, String data) {
        List<Line> second = ppocr();
        int turn = turnOf(second);
        List<Line> own = first;
        if (turn != 0) {
            turn(turn * 90);
            level();
            own = tesseract(data);
            second = ppocr();
        }
        double worth = Readings.worth(second) / Math.max(1e-9, Readings.worth(own));
        debug.put("pp_ocr_confidence", Readings.confidence(second));
        debug.put("pp_ocr_worth", Math.min(99, worth));
        return worth > CLEARLY_BETTER ? second : LineMerge.merge(own, second);
    }

    private List<Line> ppocr() {
        long start = System.nanoTime();
        List<Line> lines = Calibration.of(engines.ppocr().read(sheet.image(), deadline));
        took("pp_ocr_ms", start);
        asked.add(Engine.PP_OCR);
        return lines;
    }

    /** Quarter turns clockwise that make most of the letters stand upright. */
    private static int turnOf(List<Line> lines) {
        double[] worth = new double[4];
        for (Line line : lines) {
            worth[Math.floorMod(Math.round(line.angle() / 90), 4)] += Readings.worth(List.of(line));
        }
        for (int quarters = 1; quarters < 4; quarters++) {
            if (worth[quarters] > 2 * (worth[0] + worth[1] + worth[2] + worth[3] - worth[quarters])) {
                return 4 - quarters;
            }
        }
        return 0;
    }

    private Recognition recognition(List<Line> lines, @Nullable EngineReason reason, @Nullable String language) {
        long start = System.nanoTime();
        double units = sheet.unitsPerPixel();
        List<Ruling> rulings = RasterRulings.find(
                sheet.grey().width(), sheet.grey().height(), sheet.grey().pixels());
        took("rulings_ms", start);
        PageContent level = new PageContent(sheet.grey().width(), sheet.grey().height(), lines, rulings, List.of());
        Layout layout = null;
        if (!sheet.level()) {
            layout = new PlacedLayout(placement()).of(LayoutAnalysis.analyse(level));
        }
        debug.put("dpi", (double) dpi());
        long byPpOcr = lines.stream()
                .filter(line -> line.engine() == Engine.PP_OCR)
                .mapToLong(l -> l.words().size())
                .sum();
        long words = lines.stream().mapToLong(l -> l.words().size()).sum();
        return new Recognition(
                sheet.turn() * 90,
                new PageContent(
                        sheet.width(),
                        sheet.height(),
                        lines.stream().map(this::onPage).toList(),
                        rulings.stream().map(ruling -> onPage(ruling, units)).toList(),
                        List.of()),
                layout,
                byPpOcr * 2 > words ? Engine.PP_OCR : Engine.TESSERACT,
                asked,
                reason,
                language,
                debug);
    }

    private PlacedLayout.Placement placement() {
        return new PlacedLayout.Placement() {
            @Override
            public BoundingBox box(BoundingBox box) {
                return onPage(box);
            }

            @Override
            public Line line(Line line) {
                return onPage(line);
            }
        };
    }

    private BoundingBox onPage(BoundingBox box) {
        return sheet.toPage(box);
    }

    private Ruling onPage(Ruling ruling, double units) {
        BoundingBox box = sheet.toPage(new BoundingBox(ruling.x1(), ruling.y1(), ruling.x2(), ruling.y2()));
        return new Ruling(box.left(), box.top(), box.right(), box.bottom(), ruling.thickness() * units);
    }

    private Line onPage(Line line) {
        TextStyle style = line.style();
        Line moved = moved(line, this::onPage);
        return new Line(
                moved.text(),
                moved.box(),
                moved.confidence(),
                moved.engine(),
                new TextStyle(style.size() * sheet.unitsPerPixel(), style.bold(), style.italic(), style.monospace()),
                moved.angle() + sheet.skew(),
                moved.words());
    }

    private static Line moved(Line line, java.util.function.UnaryOperator<BoundingBox> move) {
        return new Line(
                line.text(),
                move.apply(line.box()),
                line.confidence(),
                line.engine(),
                line.style(),
                line.angle(),
                line.words().stream()
                        .map(word -> new Word(word.text(), move.apply(word.box()), word.confidence()))
                        .toList());
    }

    private void took(String step, long start) {
        debug.merge(step, (System.nanoTime() - start) / 1e6, Double::sum);
    }
}
