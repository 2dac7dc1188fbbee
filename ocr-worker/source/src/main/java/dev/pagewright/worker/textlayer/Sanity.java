package dev.pagewright.worker.textlayer;

import dev.pagewright.worker.source.pdf.TextLine;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whether a text can be one, without a dictionary: what fonts with wrong or missing maps give has other letters. */
enum Sanity {
    SANE,
    /** Numbers, code and lists look like it too. */
    DOUBTFUL,
    GARBAGE;

    private static final double UNMAPPED_GARBAGE = 0.2;
    private static final double UNMAPPED_DOUBTFUL = 0.03;
    private static final int ENOUGH_LETTERS = 60;
    private static final double LEAST_READABLE = 0.55;
    private static final double FEWEST_VOWELS = 0.2;
    private static final double MOST_VOWELS = 0.65;
    private static final int LONGEST_USUAL_WORD = 16;

    static Sanity of(List<TextLine> lines) {
        int glyphs = lines.stream().mapToInt(TextLine::letters).sum();
        int unmapped = lines.stream().mapToInt(TextLine::unmapped).sum();
        if (unmapped > UNMAPPED_GARBAGE * glyphs) {
            return GARBAGE;
        }
        var count = new Count();
        lines.forEach(line -> count.add(line.line().text()));
        return unmapped > UNMAPPED_DOUBTFUL * glyphs || count.odd() ? DOUBTFUL : SANE;
    }

    private static final class Count {
        private int signs;
        private int letters;
        private int digits;
        private int latin;
        private int vowels;
        private int words;

        void add(String text) {
            String bare = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            for (int i = 0; i < bare.length(); ) {
                int point = bare.codePointAt(i);
                i += Character.charCount(point);
                words += point == ' ' ? 1 : 0;
                if (" ._-\u00B7\u2026".indexOf(point) >= 0 || Character.getType(point) == Character.NON_SPACING_MARK) {
                    continue;
                }
                signs++;
                letters += Character.isLetter(point) ? 1 : 0;
                digits += Character.isDigit(point) ? 1 : 0;
                latin += point >= 'a' && point <= 'z' ? 1 : 0;
                vowels += point < 128 && "aeiouy".indexOf(point) >= 0 ? 1 : 0;
            }
            words++;
        }

        boolean odd() {
            if (signs < ENOUGH_LETTERS) {
                return false;
            }
            boolean unreadable = letters + digits < LEAST_READABLE * signs;
            boolean mostlyLatin = latin > ENOUGH_LETTERS && latin > 0.8 * letters;
            boolean unspeakable = mostlyLatin && (vowels < FEWEST_VOWELS * latin || vowels > MOST_VOWELS * latin);
            boolean endless = mostlyLatin && signs > LONGEST_USUAL_WORD * words;
            return unreadable || unspeakable || endless;
        }
    }
}
