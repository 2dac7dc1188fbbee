package dev.pagewright.worker.vision.alignment;

import java.util.Arrays;

/** Which letter of the answer is which letter of the page: one to one, in any order. */
final class Matching {

    static final int NONE = -1;

    private final int[] answer;
    private final int[] page;
    private final int[] toPage;
    private final int[] toAnswer;

    Matching(int[] answer, int[] page) {
        this.answer = answer;
        this.page = page;
        toPage = new int[answer.length];
        toAnswer = new int[page.length];
        Arrays.fill(toPage, NONE);
        Arrays.fill(toAnswer, NONE);
    }

    int[] answer() {
        return answer;
    }

    int[] page() {
        return page;
    }

    /** Index of the page's letter, {@link #NONE} for a letter that stands nowhere. */
    int toPage(int answerLetter) {
        return toPage[answerLetter];
    }

    int toAnswer(int pageLetter) {
        return toAnswer[pageLetter];
    }

    boolean freeInAnswer(int letter) {
        return toPage[letter] == NONE;
    }

    boolean freeOnPage(int letter) {
        return toAnswer[letter] == NONE;
    }

    void match(int answerLetter, int pageLetter) {
        toPage[answerLetter] = pageLetter;
        toAnswer[pageLetter] = answerLetter;
    }

    void release(int answerLetter) {
        int pageLetter = toPage[answerLetter];
        if (pageLetter != NONE) {
            toAnswer[pageLetter] = NONE;
            toPage[answerLetter] = NONE;
        }
    }

    boolean same(int answerLetter) {
        return toPage[answerLetter] != NONE && answer[answerLetter] == page[toPage[answerLetter]];
    }
}
