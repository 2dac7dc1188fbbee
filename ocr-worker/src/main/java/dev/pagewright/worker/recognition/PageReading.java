package dev.pagewright.worker.recognition;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.language.Language;
import dev.pagewright.language.LanguageField;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.language.InstalledLanguages;
import dev.pagewright.worker.language.ScriptData;
import dev.pagewright.worker.language.TextLanguage;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.reading.PagePicture;
import dev.pagewright.worker.reading.Recognition;
import dev.pagewright.worker.recognition.merge.LineMerge;
import dev.pagewright.worker.recognition.merge.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way through preparation and engines: Tesseract reads it; where its reading is in doubt the page is
 * turned, another language is tried, and PP-OCR reads it too. A clean page is read once. Used once, by one thread.
 */
final class PageReading {

    /** Mean probability of a reading's letters above which it needs no second one. */
    private static final double SURE = 0.88;

    /** Share of a page's letters that may stand in no word: rules, pictures, dirt. */
    private static final double COMPLETE = 0.2;

    /** From here on only single lines need a second opinion. */
    private static final double MOSTLY_SURE = 0.8;

    /** Below this a page may stand on its head or be in another script. */
    private static final double LOST = 0.7;

    /** By how much more letters must be expected right before one engine's reading replaces the other's whole. */
    private static final double CLEARLY_BETTER = 1.12;

    /** The same for another turn or language, which is a guess. */
    private static final double BETTER_GUESS = 1.2;

    /** Mean probability from which letters of a guessed script are believed. */
    private static final double CREDIBLE = 0.65;

    /**
     * What has a reason to be right may be this much less sure of itself: the data of the language that the text has
     * told, or PP-OCR of Chinese and Japanese, of which it was taught more than Tesseract.
     */
    private static final double AS_GOOD = 0.97;

    /** Share of the letters in no word from which Tesseract has found no lines where there are some. */
    private static final double MISSED = 0.6;

    /** Letters up to which a page may be too little text to find columns by. */
    private static final int FEW = 400;

    /** Letters from which orientation and script are told by Tesseract's detector. */
    private static final int DETECTABLE = 80;

    private final PagePicture picture;
    private final Engines engines;
    private final InstalledLanguages installed;
    private final EngineRuns runs;
    private final Attempts attempts;

    private Sheet sheet;
    private Preparation preparation;
    private String data = InstalledLanguages.DEFAULT_DATA;
    private @Nullable OrientationAndScript seen;

    PageReading(PagePicture picture, Engines engines, InstalledLanguages installed, EngineRuns runs) {
        this.picture = picture;
        this.engines = engines;
        this.installed = installed;
        this.runs = runs;
        this.attempts = runs.attempts();
        this.sheet = Sheet.of(picture);
        this.preparation = measured(sheet);
    }

    private Preparation measured(Sheet measuredSheet) {
        return attempts.at(PageStep.PREPARATION, () -> Preparation.of(measuredSheet.grey()), Preparation::unmeasured);
    }

    /**
     * @param thorough whether both engines read the whole page, whatever the first one thinks of its reading
     * @throws NoReadingException where every engine failed
     */
    Recognition read(LanguageField field, boolean thorough) {
        List<Line> lines = List.of();
        EngineReason reason = thorough ? EngineReason.VLM_NOT_CONFIGURED : null;
        if (!preparation.blank() && !runs.over()) {
            data = installed.dataOf(field.languages());
            lines = firstReading();
            if (field.auto() && !attempts.failed(PageStep.TESSERACT) && !runs.over()) {
                List<Line> first = lines;
                lines = attempts.at(PageStep.LANGUAGE, () -> inItsLanguage(inItsScript(first)), () -> first);
            }
            if (lines.isEmpty() && attempts.failed(PageStep.TESSERACT)) {
                lines = secondAlone();
            } else if ((thorough || doubtful(lines)) && !runs.over()) {
                List<Line> first = lines;
                Optional<List<Line>> second =
                        attempts.at(PageStep.PP_OCR, () -> secondOpinion(first, thorough), Optional::empty);
                if (second.isPresent()) {
                    reason = thorough ? reason : EngineReason.LOW_CONFIDENCE;
                    lines = second.get();
                }
            }
        }
        return new OnPage(sheet, runs).recognition(lines, reason, language(field, lines));
    }

    /** Empty where the second engine does not know the script. */
    private Optional<List<Line>> secondOpinion(List<Line> lines, boolean thorough) {
        if (!engines.secondOpinion(data, lines)) {
            return Optional.empty();
        }
        return Optional.of(!thorough && mostlySure(lines) ? lineByLine(lines) : together(lines));
    }

    /** The second engine's reading of a page that the first one cannot read at all. */
    private List<Line> secondAlone() {
        List<Line> lines = engines.models().isEmpty() || runs.over()
                ? List.of()
                : attempts.at(PageStep.PP_OCR, () -> runs.ppocr(sheet), List::of);
        boolean read = engines.models().isPresent() && !attempts.failed(PageStep.PP_OCR);
        if (!read && !runs.over()) {
            throw new NoReadingException(attempts.faults());
        }
        return lines;
    }

    private @Nullable String language(LanguageField field, List<Line> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        return field.languages().size() == 1
                ? field.languages().getFirst().base()
                : attempts.<Optional<String>, RuntimeException>at(
                                PageStep.LANGUAGE, () -> TextLanguage.of(text(lines)), Optional::empty)
                        .orElse(null);
    }

    /** Tesseract's, with the page turned where that makes it better. */
    private List<Line> firstReading() {
        if (preparation.sideways()) {
            int degrees = orientation();
            if (degrees != 0) {
                turn(degrees);
                level();
                return tesseract();
            }
        }
        level();
        List<Line> lines = tesseract();
        int degrees = lost(lines) ? orientation() : 0;
        return degrees == 0 ? lines : betterTurned(lines, degrees);
    }

    private List<Line> betterTurned(List<Line> lines, int degrees) {
        Sheet before = sheet;
        Preparation preparedBefore = preparation;
        turn(degrees);
        level();
        List<Line> turned = tesseract();
        if (Readings.worth(turned) > BETTER_GUESS * Readings.worth(lines)) {
            return turned;
        }
        sheet = before;
        preparation = preparedBefore;
        return lines;
    }

    /** Read again with the data of the script that the detector sees, or of the scripts that a few letters may be in. */
    private List<Line> inItsScript(List<Line> lines) {
        if (!lost(lines)) {
            return lines;
        }
        var scripts = new ScriptData(installed);
        List<String> candidates = List.of();
        if (seen != null && !seen.script().equals("Latin")) {
            candidates = scripts.of(seen.script()).stream().toList();
        } else if (seen == null && preparation.letters().count() < DETECTABLE) {
            candidates = scripts.ofOtherScripts();
        }
        List<Line> best = lines;
        for (String candidate : candidates) {
            List<Line> other = runs.over() ? List.of() : runs.tesseract(sheet, preparation, candidate);
            if (Readings.confidence(other) >= CREDIBLE && Readings.worth(other) > BETTER_GUESS * Readings.worth(best)) {
                best = other;
                data = candidate;
            }
        }
        return best;
    }

    /** Read again where the words tell another language than that of the data they were read with. */
    private List<Line> inItsLanguage(List<Line> lines) {
        Optional<Language> language = TextLanguage.of(text(lines)).flatMap(Languages::find);
        Optional<String> other = language.flatMap(installed::dataOf).filter(name -> !name.equals(data));
        if (other.isEmpty()) {
            return lines;
        }
        List<Line> again = runs.tesseract(sheet, preparation, other.get());
        if (Readings.worth(again) < AS_GOOD * Readings.worth(lines)) {
            return lines;
        }
        data = other.get();
        return again;
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Where it looks for columns among a few letters, it may find no line at all; in one block it does. */
    private List<Line> tesseract() {
        List<Line> lines = runs.tesseract(sheet, preparation, data);
        if (preparation.unread(lines) < MISSED || preparation.letters().count() > FEW || runs.over()) {
            return lines;
        }
        List<Line> block = runs.tesseract(sheet, preparation, data, Segmentation.BLOCK);
        return Readings.worth(block) > Readings.worth(lines) ? block : lines;
    }

    /** Whether another look pays: words of low confidence, letters on the page that stand in no word, or none measured. */
    private boolean doubtful(List<Line> lines) {
        double confidence = Readings.confidence(lines);
        double unread = preparation.unread(lines);
        runs.note("tesseract_confidence", confidence);
        runs.note("unread_share", unread);
        return confidence < SURE || unread > COMPLETE || attempts.failed(PageStep.PREPARATION);
    }

    private boolean lost(List<Line> lines) {
        return doubtful(lines)
                && (attempts.failed(PageStep.PREPARATION)
                        || Readings.confidence(lines) < LOST
                        || preparation.unread(lines) > 0.3);
    }

    /** Degrees clockwise by which the sheet must be turned, as far as orientation detection can tell. */
    private int orientation() {
        seen = runs.orientation(sheet, preparation).orElse(null);
        return seen != null && seen.certainty() > 1 ? seen.degrees() : 0;
    }

    private void turn(int degrees) {
        sheet = Sheet.of(picture).turned((sheet.turn() + degrees / 90) % 4);
        preparation = measured(sheet);
    }

    private void level() {
        double slant = preparation.slant();
        if (slant != 0) {
            long start = System.nanoTime();
            int paper = preparation.tones().paper();
            Sheet slanted = sheet;
            sheet = attempts.at(
                    PageStep.PREPARATION,
                    () -> {
                        Sheet level = slanted.levelled(slant, preparation.inverted() ? 255 - paper : paper);
                        runs.note("deskew_degrees", slant);
                        return level;
                    },
                    () -> slanted);
            preparation = measured(sheet);
            runs.took("deskew_ms", start);
        }
    }

    private boolean mostlySure(List<Line> lines) {
        return !attempts.failed(PageStep.PREPARATION)
                && Readings.confidence(lines) >= MOSTLY_SURE
                && preparation.unread(lines) <= COMPLETE;
    }

    /** PP-OCR reads only the lines that are in doubt, where Tesseract found them: a fraction of a page's cost. */
    private List<Line> lineByLine(List<Line> lines) {
        List<Line> kept = new ArrayList<>(lines);
        List<Line> doubtful = lines.stream()
                .filter(line -> line.confidence() < SURE && Math.abs(line.angle()) < 10)
                .toList();
        List<Line> second = runs.ppocrLines(sheet, doubtful);
        for (int i = 0; i < doubtful.size(); i++) {
            if (Readings.worth(List.of(second.get(i))) > Readings.worth(List.of(doubtful.get(i)))) {
                kept.set(kept.indexOf(doubtful.get(i)), second.get(i));
            }
        }
        return kept;
    }

    private List<Line> together(List<Line> first) {
        List<Line> second = runs.ppocr(sheet);
        int turn = Readings.quartersToTurn(second);
        List<Line> own = first;
        if (turn != 0) {
            turn(turn * 90);
            level();
            own = tesseract();
            second = runs.ppocr(sheet);
        }
        double worth = Readings.worth(second) / Math.max(1e-9, Readings.worth(own));
        runs.note("pp_ocr_confidence", Readings.confidence(second));
        runs.note("pp_ocr_worth", Math.min(99, worth));
        double enough = Readings.ideographic(second) ? AS_GOOD : CLEARLY_BETTER;
        return worth > enough ? second : merged(own, second, worth);
    }

    private List<Line> merged(List<Line> own, List<Line> second, double worth) {
        return attempts.at(PageStep.MERGE, () -> LineMerge.merge(own, second), () -> worth > 1 ? second : own);
    }
}
