package dev.pagewright.worker.vision.alignment;

import java.util.HashMap;
import java.util.Map;

/**
 * Matches stretches that stand once in the answer and once on the page, and what is equal around them: the fixed points
 * between which an alignment is easy. Says nothing of their order, so columns read in another order do no harm.
 */
final class Anchors {

    private static final int TWICE = -2;

    private Anchors() {}

    static void match(Matching matching, int length) {
        Map<String, Integer> onPage = once(matching.page(), length, matching::freeOnPage);
        Map<String, Integer> inAnswer = once(matching.answer(), length, matching::freeInAnswer);
        inAnswer.forEach((stretch, at) -> {
            Integer place = onPage.get(stretch);
            if (at != TWICE && place != null && place != TWICE && free(matching, at, place, length)) {
                extend(matching, at, place, length);
            }
        });
    }

    private static boolean free(Matching matching, int at, int place, int length) {
        for (int i = 0; i < length; i++) {
            if (!matching.freeInAnswer(at + i) || !matching.freeOnPage(place + i)) {
                return false;
            }
        }
        return true;
    }

    private static void extend(Matching matching, int at, int place, int length) {
        int before = 0;
        while (fits(matching, at - before - 1, place - before - 1)) {
            before++;
        }
        int after = length;
        while (fits(matching, at + after, place + after)) {
            after++;
        }
        for (int i = -before; i < after; i++) {
            matching.match(at + i, place + i);
        }
    }

    private static boolean fits(Matching matching, int answer, int page) {
        return answer >= 0
                && page >= 0
                && answer < matching.answer().length
                && page < matching.page().length
                && matching.freeInAnswer(answer)
                && matching.freeOnPage(page)
                && matching.answer()[answer] == matching.page()[page];
    }

    private static Map<String, Integer> once(int[] letters, int length, java.util.function.IntPredicate free) {
        Map<String, Integer> places = new HashMap<>();
        int run = 0;
        for (int i = 0; i < letters.length; i++) {
            run = free.test(i) ? run + 1 : 0;
            if (run >= length) {
                int start = i - length + 1;
                places.merge(new String(letters, start, length), start, (first, second) -> TWICE);
            }
        }
        return places;
    }
}
