package dev.pagewright.worker.vision.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches words that stand alone, such as the cells of a table: an equal word of the page that nothing else has taken,
 * the nearest to where the answer's reader was.
 */
final class Strays {

    private static final int SHORT = 4;
    private static final int NEAR = 30;

    private final Matching matching;
    private final Map<String, List<SeenPage.SeenWord>> free = new HashMap<>();

    Strays(Matching matching, SeenPage page) {
        this.matching = matching;
        for (SeenPage.SeenWord word : page.words()) {
            if (word.lastLetter() > word.firstLetter() && untouched(word)) {
                free.computeIfAbsent(
                                key(matching.page(), word.firstLetter(), word.lastLetter()), k -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    void match(Answer answer) {
        int here = 0;
        for (Answer.AnswerWord word : answer.words()) {
            if (word.letters() > 0 && allFree(word)) {
                List<SeenPage.SeenWord> places =
                        free.getOrDefault(key(matching.answer(), word.firstLetter(), word.lastLetter()), List.of());
                if (!places.isEmpty()) {
                    take(word, places, here);
                }
            }
            for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
                here = matching.freeInAnswer(i) ? here : matching.toPage(i);
            }
        }
    }

    private void take(Answer.AnswerWord word, List<SeenPage.SeenWord> places, int here) {
        SeenPage.SeenWord nearest = places.getFirst();
        for (SeenPage.SeenWord place : places) {
            if (distance(place, here) < distance(nearest, here)) {
                nearest = place;
            }
        }
        if (common(word) && distance(nearest, here) > NEAR) {
            return;
        }
        places.remove(nearest);
        for (int i = 0; i < word.letters(); i++) {
            matching.match(word.firstLetter() + i, nearest.firstLetter() + i);
        }
    }

    /** A short word stands all over a page: one far away is another one. */
    private boolean common(Answer.AnswerWord word) {
        for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
            if (Letters.digit(matching.answer()[i])) {
                return false; // a cell of a table
            }
        }
        return word.letters() <= SHORT;
    }

    /** Readers go forward: what lies behind is twice as far. */
    private static int distance(SeenPage.SeenWord place, int here) {
        int way = place.firstLetter() - here;
        return way >= 0 ? way : -2 * way;
    }

    private boolean untouched(SeenPage.SeenWord word) {
        for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
            if (!matching.freeOnPage(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean allFree(Answer.AnswerWord word) {
        for (int i = word.firstLetter(); i < word.lastLetter(); i++) {
            if (!matching.freeInAnswer(i)) {
                return false;
            }
        }
        return true;
    }

    private static String key(int[] letters, int from, int to) {
        return new String(letters, from, to - from);
    }
}
