package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Figures;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.Places;
import dev.pagewright.chat.passage.Sentences;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Relevance;
import java.util.List;
import java.util.Locale;

/** The sentences of a passage that answer best: one, or two neighbours. */
final class SentenceEvidence {

    private static final int LONGEST = 700;
    private static final double FIGURE = 0.15;
    /** Shorter than this, in letters, it is what is left of a sentence. */
    private static final int FRAGMENT = 20;
    /** A second sentence must add this much of what is asked. */
    private static final double WORTH = 0.08;

    private SentenceEvidence() {}

    static Evidence of(Passage passage, DocumentIndex index, Question question, double score) {
        List<String> sentences = Sentences.of(
                passage.text(), Locale.forLanguageTag(index.analysis().language()));
        Relevance relevance = Relevance.of(index, question);
        boolean figure = question.wants().figure();
        int best = 0;
        double most = -1;
        int length = 1;
        for (int i = 0; i < sentences.size(); i++) {
            double one = value(relevance, sentences.get(i), figure);
            if (one > most) {
                most = one;
                best = i;
                length = 1;
            }
            if (i + 1 < sentences.size()) {
                double two = value(relevance, sentences.get(i) + " " + sentences.get(i + 1), figure) - WORTH;
                if (two > most) {
                    most = two;
                    best = i;
                    length = 2;
                }
            }
        }
        String snippet = sentences.isEmpty() ? passage.text() : span(passage.text(), sentences, best, length);
        return new Evidence(
                snippet,
                new Citation(passage.number(), passage.page(), snippet, Places.boxes(passage.lines(), snippet), score));
    }

    private static double value(Relevance relevance, String text, boolean figure) {
        return relevance.of(text)
                + (figure && Figures.any(text) ? FIGURE : 0)
                - (text.length() < FRAGMENT ? FIGURE : 0);
    }

    private static String span(String text, List<String> sentences, int first, int length) {
        int at = 0;
        for (int i = 0; i < first; i++) {
            at = text.indexOf(sentences.get(i), at) + sentences.get(i).length();
        }
        int from = text.indexOf(sentences.get(first), at);
        int to = from + sentences.get(first).length();
        if (length == 2) {
            String second = sentences.get(first + 1);
            to = text.indexOf(second, to) + second.length();
        }
        return cut(text.substring(from, to));
    }

    /** Still verbatim: cut at a blank. */
    private static String cut(String snippet) {
        if (snippet.length() <= LONGEST) {
            return snippet;
        }
        int blank = snippet.lastIndexOf(' ', LONGEST);
        return snippet.substring(0, blank > 0 ? blank : LONGEST);
    }
}
