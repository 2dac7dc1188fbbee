package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.recognition.picture.Background;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.Ink;
import dev.pagewright.worker.recognition.picture.Letters;
import dev.pagewright.worker.recognition.picture.Resampling;
import dev.pagewright.worker.recognition.picture.Skew;
import dev.pagewright.worker.recognition.picture.Tones;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a picture before it is read, on reduced copies, and what follows from it.
 *
 * @param letters places and heights on a copy reduced by {@code reduction}
 * @param letterHeight in pixels of the picture, 0 where there are no letters
 * @param inverted whether light letters stand on dark paper
 */
record Preparation(Tones tones, Letters letters, int reduction, double letterHeight, boolean inverted, Skew skew) {

    private static final int MEASURED_SIDE = 1800;
    private static final int SKEW_SIDE = 900;

    /** Letters of this height and more are read as they are. */
    private static final double TALL_ENOUGH = 11;

    private static final double TALL_ENOUGH_TWICE = 7;
    /** Letters of twice this height and more are reduced to it: Tesseract finds no lines of very tall ones. */
    private static final double READ_BEST = 40;

    private static final int LEAST_MARGIN = 10;

    /** A picture with a shorter side than this may be a cut-out. */
    private static final int SMALL = 200;

    private static final double MOST_ENLARGED = 24e6;

    private static final double EVEN = 0.8;
    private static final int ENOUGH_CONTRAST = 110;
    private static final int WHITE = 170;

    static Preparation of(GreyPicture grey) {
        int longest = Math.max(grey.width(), grey.height());
        int factor = Math.max(1, longest / MEASURED_SIDE);
        GreyPicture measured = Resampling.reduced(grey, factor);
        Tones tones = Tones.of(measured);
        Ink ink = Ink.of(measured);
        Letters letters = Letters.in(ink);
        boolean inverted = false;
        if (tones.dark() > 0.5) {
            GreyPicture negative = Background.inverted(measured);
            Ink light = Ink.of(negative);
            Letters lightLetters = Letters.in(light);
            if (lightLetters.count() * lightLetters.height() > letters.count() * letters.height()) {
                inverted = true;
                letters = lightLetters;
                tones = Tones.of(negative);
                measured = negative;
                ink = light;
            }
        }
        int further = Math.max(1, Math.max(measured.width(), measured.height()) / SKEW_SIDE);
        Skew skew = Skew.of(further == 1 ? ink : Ink.of(Resampling.reduced(measured, further)));
        return new Preparation(tones, letters, factor, letters.height() * factor, inverted, skew);
    }

    /** Of a picture that could not be measured: it is read as it is. */
    static Preparation unmeasured() {
        return new Preparation(new Tones(255, 0, 0, 1), Letters.UNKNOWN, 1, 0, false, Skew.NONE);
    }

    /** Whether nothing stands on it but specks. */
    boolean blank() {
        return !letters.ink();
    }

    /** Brightness of the paper once it has been cleaned. */
    int paper() {
        return tones.paper();
    }

    boolean sideways() {
        return skew.sideways() > 1.3;
    }

    /** Slant that is worth a turn of the picture; else 0. */
    double slant() {
        return Math.abs(skew.degrees()) >= 0.4 && skew.gain() > 1.1 && !sideways() ? skew.degrees() : 0;
    }

    boolean uneven() {
        return tones.evenness() < EVEN || tones.contrast() < ENOUGH_CONTRAST || tones.paper() < WHITE;
    }

    /** By how much the picture is enlarged before it is read: 1, 2 or 3. */
    int enlargement(GreyPicture picture) {
        double pixels = (double) picture.width() * picture.height();
        int factor = letterHeight == 0 || letterHeight >= TALL_ENOUGH ? 1 : letterHeight >= TALL_ENOUGH_TWICE ? 2 : 3;
        while (factor > 1 && pixels * factor * factor > MOST_ENLARGED) {
            factor--;
        }
        return factor;
    }

    /** By how much the picture is reduced before it is read: 1 unless its letters are very tall. */
    int shrinking() {
        return Math.max(1, (int) (letterHeight / READ_BEST));
    }

    /** Pixels of paper that a part needs around it: none where letters keep their distance from its edges. */
    int margin(Area area, GreyPicture sheet) {
        int wanted = Math.max(LEAST_MARGIN, (int) Math.round(letterHeight));
        boolean whole = area.width() == sheet.width() && area.height() == sheet.height();
        int[] hull = letters.hull();
        if (whole && hull.length == 0) {
            return Math.min(sheet.width(), sheet.height()) < SMALL ? wanted : 0;
        }
        boolean free = whole
                && hull[0] * reduction >= wanted / 2
                && hull[1] * reduction >= wanted / 2
                && sheet.width() - hull[2] * reduction >= wanted / 2
                && sheet.height() - hull[3] * reduction >= wanted / 2;
        return free ? 0 : wanted;
    }

    /** The picture with dark letters on white paper; the same where it has them already. */
    GreyPicture cleaned(GreyPicture picture) {
        GreyPicture positive = inverted ? Background.inverted(picture) : picture;
        return uneven() ? Background.flattened(positive, letterHeight) : positive;
    }

    /** Share of the letters that stand in no word, 0 where none were measured. */
    double unread(List<Line> lines) {
        return unread(lines, null);
    }

    /** The same of a part, of all where it is null. */
    double unread(List<Line> lines, @Nullable Area area) {
        if (letters.height() == 0) {
            return 0;
        }
        var boxes = new PlacedBoxes(lines.stream()
                .flatMap(line -> line.words().stream())
                .map(Word::box)
                .toList());
        int unread = 0;
        int all = 0;
        for (int i = 0; i < letters.places().length; i += 2) {
            double x = (letters.places()[i] + 0.5) * reduction;
            double y = (letters.places()[i + 1] + 0.5) * reduction;
            if (area == null || area.holds(x, y)) {
                all++;
                unread += boxes.hold(x, y) ? 0 : 1;
            }
        }
        return all == 0 ? 0 : (double) unread / all;
    }
}
