package dev.pagewright.worker.source.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Glyphs that stand upon others: repeated ones, which make type bold, are dropped, accents go to their letters. */
final class Overprints {

    /** Spacing accents and the combining marks that they stand for. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("\u00B4", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("\u02C6", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("\u02DC", "\u0303"),
            Map.entry("\u00AF", "\u0304"),
            Map.entry("\u02D8", "\u0306"),
            Map.entry("\u02D9", "\u0307"),
            Map.entry("\u00A8", "\u0308"),
            Map.entry("\u02DA", "\u030A"),
            Map.entry("\u02DD", "\u030B"),
            Map.entry("\u02C7", "\u030C"),
            Map.entry("\u00B8", "\u0327"),
            Map.entry("\u02DB", "\u0328"));

    private static final double SAME_PLACE = 0.12;

    private Overprints() {}

    static List<Spot> joined(List<Spot> spots) {
        List<Spot> kept = new ArrayList<>(spots.size());
        Map<Long, List<Spot>> grid = new HashMap<>();
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            if (!spot.blank() && repeated(spot, grid)) {
                continue;
            }
            String mark = mark(spot);
            if (mark != null && (onLast(kept, spot, mark) || onNext(spots, i, spot, mark))) {
                continue;
            }
            kept.add(spot);
        }
        return kept;
    }

    private static boolean repeated(Spot spot, Map<Long, List<Spot>> grid) {
        long column = Math.round(spot.from());
        long row = Math.round(spot.base());
        for (long c = column - 1; c <= column + 1; c++) {
            for (long r = row - 1; r <= row + 1; r++) {
                for (Spot other : grid.getOrDefault(cell(c, r), List.of())) {
                    double slack = SAME_PLACE * spot.size();
                    if (other.text().equals(spot.text())
                            && Math.abs(other.from() - spot.from()) < slack
                            && Math.abs(other.base() - spot.base()) < slack) {
                        return true;
                    }
                }
            }
        }
        grid.computeIfAbsent(cell(column, row), cell -> new ArrayList<>(2)).add(spot);
        return false;
    }

    private static long cell(long column, long row) {
        return column << 32 ^ (row & 0xffffffffL);
    }

    private static @Nullable String mark(Spot spot) {
        String text = spot.text();
        if (text.length() != 1) {
            return null;
        }
        int type = Character.getType(text.charAt(0));
        boolean combining = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return combining ? text : ACCENTS.get(text);
    }

    /** The letter came before its accent. */
    private static boolean onLast(List<Spot> kept, Spot accent, String mark) {
        if (kept.isEmpty() || !carries(kept.getLast(), accent)) {
            return false;
        }
        Spot letter = kept.removeLast();
        kept.add(letter.with(Normalizer.normalize(letter.text() + mark, Normalizer.Form.NFC)));
        return true;
    }

    /** The accent comes before its letter. */
    private static boolean onNext(List<Spot> spots, int at, Spot accent, String mark) {
        if (at + 1 >= spots.size() || !carries(spots.get(at + 1), accent)) {
            return false;
        }
        Spot letter = spots.get(at + 1);
        String base = letter.text().equals("\u0131") ? "i" : letter.text().equals("\u0237") ? "j" : letter.text();
        spots.set(at + 1, letter.with(Normalizer.normalize(base + mark, Normalizer.Form.NFC)));
        return true;
    }

    private static boolean carries(Spot letter, Spot accent) {
        double middle = (accent.from() + accent.to()) / 2;
        double slack = combining(accent) ? 0.3 * letter.size() : 0;
        return !letter.text().isEmpty()
                && Character.isLetter(
                        letter.text().codePointBefore(letter.text().length()))
                && middle > letter.from() - slack
                && middle < letter.to() + slack
                && Math.abs(letter.base() - accent.base()) < 0.6 * letter.size();
    }

    private static boolean combining(Spot spot) {
        return !ACCENTS.containsKey(spot.text());
    }
}
