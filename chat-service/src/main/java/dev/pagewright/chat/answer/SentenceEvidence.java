package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.Places;
import dev.pagewright.chat.passage.Sentences;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Term;
import dev.pagewright.chat.retrieval.Tokens;
import java.util.List;
import java.util.Locale;

/** The sentence of a passage that holds most of what is asked. */
final class SentenceEvidence {

    private static final int LONGEST = 700;

    private SentenceEvidence() {}

    static Evidence of(Passage passage, DocumentIndex index, Question question, double score) {
        List<Term> terms = index.terms(question);
        String best = passage.text();
        double most = -1;
        for (String sentence : Sentences.of(passage.text(), Locale.forLanguageTag(index.language()))) {
            var tokens = new Tokens(index.analysis().tokens(sentence));
            double held = terms.stream()
                    .mapToDouble(term -> term.weight() * term.in(tokens))
                    .sum();
            if (held > most) {
                most = held;
                best = sentence;
            }
        }
        String snippet = cut(best);
        return new Evidence(
                snippet,
                new Citation(passage.number(), passage.page(), snippet, Places.boxes(passage.lines(), snippet), score),
                new Stated(passage, snippet));
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
