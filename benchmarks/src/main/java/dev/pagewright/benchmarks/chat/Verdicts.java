package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts how often yes or no is said rightly, wrongly and not at all, by what is true. Not thread-safe. */
final class Verdicts {

    /** Of one kind of question. */
    private static final class Count {
        private int right;
        private int wrong;
        private int open;

        @Override
        public String toString() {
            int all = right + wrong + open;
            return String.format(
                    Locale.ROOT,
                    "%5d right %.3f wrong %.3f neither said %.3f",
                    all,
                    (double) right / all,
                    (double) wrong / all,
                    (double) open / all);
        }
    }

    private final Map<String, Count> counts = new TreeMap<>();

    void add(QuestionSet.Asked question, Answer answer) {
        String verdict = question.verdict();
        if (verdict == null) {
            return;
        }
        String said = said(answer);
        List<String> keys = new ArrayList<>(question.tags());
        keys.add("all");
        keys.add("asked in " + question.language());
        for (String key : keys) {
            Count count = counts.computeIfAbsent(key, k -> new Count());
            if (said.equals(verdict)) {
                count.right++;
            } else if (said.equals(StatedDocuments.NEITHER)) {
                count.open++;
            } else {
                count.wrong++;
            }
        }
    }

    static String said(Answer answer) {
        String content = Judge.fold(answer.content());
        if (Judge.begins(content, StatedDocuments.YES)) {
            return StatedDocuments.YES;
        }
        return Judge.begins(content, StatedDocuments.NO) ? StatedDocuments.NO : StatedDocuments.NEITHER;
    }

    void print() {
        counts.forEach((name, count) -> System.out.printf("yes or no: %-28s %s%n", name, count));
    }
}
