package dev.pagewright.worker.vision.alignment;

import java.util.TreeSet;

/**
 * What of a word of the answer was found on the page.
 *
 * @param letters that the word has
 * @param found letters that stand for one of the page's
 * @param same letters that are the page's
 * @param span letters of the page from the first to the last of them
 * @param number whether it has digits
 * @param whole whether nothing of the page's words is left over at either end
 * @param confidence of the local reading, by letters
 */
record Evidence(int letters, int found, int same, int span, boolean number, boolean whole, double confidence) {

    private static final double ALIKE = 0.75;
    private static final double SIMILAR = 0.5;
    private static final int LONG = 6;

    static Evidence of(Answer.AnswerWord word, Matching matching, SeenPage page) {
        int found = 0;
        int same = 0;
        boolean number = false;
        double confidence = 0;
        var places = new TreeSet<Integer>();
        for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
            number |= Letters.digit(matching.answer()[i]);
            if (!matching.freeInAnswer(i)) {
                int letter = matching.toPage(i);
                found++;
                same += matching.same(i) ? 1 : 0;
                number |= Letters.digit(matching.page()[letter]);
                confidence += page.wordOf(letter).word().confidence();
                places.add(letter);
            }
        }
        if (found == 0) {
            return new Evidence(word.letters(), 0, 0, 0, number, false, 0);
        }
        int span = places.last() - places.first() + 1;
        boolean whole = taken(places.first() - 1, places.first(), matching, page)
                && taken(places.last() + 1, places.last(), matching, page);
        return new Evidence(word.letters(), found, same, span, number, whole, confidence / found);
    }

    /** Whether the letter beside is another word's, or belongs to another word of the answer. */
    private static boolean taken(int beside, int letter, Matching matching, SeenPage page) {
        return beside < 0
                || beside >= matching.page().length
                || page.owners()[beside] != page.owners()[letter]
                || !matching.freeOnPage(beside);
    }

    /** The very word. */
    boolean exact() {
        return same == letters && span == letters && whole;
    }

    /** Nearly the word; never a number, where each digit counts. */
    boolean alike() {
        return !number && same >= ALIKE * Math.max(letters, span);
    }

    /** Half of the word, or more. */
    boolean similar() {
        return same >= SIMILAR * Math.max(letters, span);
    }

    /** One letter of a long word. */
    boolean slip() {
        return letters >= LONG && letters - same <= 1 && Math.abs(span - letters) <= 1;
    }
}
