package dev.pagewright.worker.vision.alignment;

import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A model's answer against the words that local engines saw on the page: where each of its words stands, and whether
 * they confirm it. Letters are aligned, not words, so that words that one side joins or tears do no harm; reading order
 * plays no part. Time is about linear in the length of both, bounded for what has nothing in common.
 */
public final class Alignment {

    /** What the page says of a word of the answer. */
    public enum Verdict {
        /** Has no letters: nothing to say. */
        NEUTRAL,
        CONFIRMED,
        /** Something like it stands there, which the local engines could not read with confidence. */
        PLACED,
        /** Something stands there, which the local engines could not read, or read quite otherwise. */
        UNREAD,
        /** Nothing stands there, or something else. */
        INVENTED
    }

    private static final int NOWHERE = -1;
    private static final int[] ANCHORS = {20, 12, 8};
    private static final double DOUBT = 0.7;
    private static final double SURE = 0.9;

    private final Answer answer;
    private final SeenPage page;
    private final Matching matching;

    private Alignment(Answer answer, SeenPage page) {
        this.answer = answer;
        this.page = page;
        this.matching = new Matching(answer.letters(), page.letters());
        for (int length : ANCHORS) {
            Anchors.match(matching, length);
        }
        IntPredicate doubtful = letter -> page.wordOf(letter).word().confidence() < DOUBT;
        new Gaps(matching, doubtful).close();
        Tightening.of(matching, answer);
        new Strays(matching, page).match(answer);
        new Gaps(matching, doubtful).close();
    }

    public static Alignment of(Answer answer, SeenPage page) {
        return new Alignment(answer, page);
    }

    /**
     * A word of the page that a word of the answer stands for.
     *
     * @param line index into the page's lines
     * @param from where the answer's word begins in it, 0 to 1: above 0 where the page's word is several of the answer's
     * @param to where it ends
     */
    public record Place(Word word, int line, double from, double to) {}

    /** In the answer's order; empty where the word stands nowhere. */
    public List<Place> places(Answer.AnswerWord word) {
        List<Place> places = new ArrayList<>();
        int owner = NOWHERE;
        for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
            int letter = matching.toPage(i);
            if (letter != Matching.NONE && page.owners()[letter] != owner) {
                owner = page.owners()[letter];
                places.add(place(word, page.words().get(owner)));
            }
        }
        return places;
    }

    private Place place(Answer.AnswerWord word, SeenPage.SeenWord seen) {
        int first = Integer.MAX_VALUE;
        int last = NOWHERE;
        boolean shared = false;
        for (int letter = seen.firstLetter(); letter < seen.lastLetter(); letter++) {
            int mine = matching.toAnswer(letter);
            if (mine >= word.firstLetter() && mine < word.lastLetter()) {
                first = Math.min(first, letter);
                last = letter;
            } else {
                shared |= mine != Matching.NONE;
            }
        }
        double length = seen.lastLetter() - seen.firstLetter();
        return shared
                ? new Place(
                        seen.word(),
                        seen.line(),
                        (first - seen.firstLetter()) / length,
                        (last + 1 - seen.firstLetter()) / length)
                : new Place(seen.word(), seen.line(), 0, 1);
    }

    /** How much of each line of the page the answer has, 0 to 1, by the lines' indexes. */
    public double[] covered() {
        int[] letters = new int[page.lines().size()];
        int[] taken = new int[letters.length];
        for (int letter = 0; letter < page.letterCount(); letter++) {
            int line = page.wordOf(letter).line();
            letters[line]++;
            taken[line] += matching.freeOnPage(letter) ? 0 : 1;
        }
        double[] covered = new double[letters.length];
        for (int line = 0; line < covered.length; line++) {
            covered[line] = letters[line] == 0 ? 1 : (double) taken[line] / letters[line];
        }
        return covered;
    }

    public Verdict verdict(Answer.AnswerWord word) {
        if (word.letters() == 0) {
            return Verdict.NEUTRAL;
        }
        var evidence = Evidence.of(word, matching, page);
        if (evidence.found() == 0) {
            return word.formula() ? Verdict.UNREAD : Verdict.INVENTED;
        }
        if (evidence.exact() || (evidence.alike() && !sure(evidence))) {
            return Verdict.CONFIRMED;
        }
        boolean doubtful = evidence.confidence() < DOUBT && 2 * evidence.found() >= word.letters();
        if (!doubtful && !word.formula()) {
            return Verdict.INVENTED;
        }
        return evidence.similar() ? Verdict.PLACED : Verdict.UNREAD;
    }

    /** What an engine read with confidence is not overruled, one letter of a long word apart. */
    private static boolean sure(Evidence evidence) {
        return evidence.confidence() >= SURE && !evidence.slip();
    }

    public Answer answer() {
        return answer;
    }
}
