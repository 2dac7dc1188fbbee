package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Confidence;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How sure documents are of questions that they answer and of questions that they do not: what refusals are fitted on. Of other
 * documents' questions every ninth is asked.
 */
final class Confidences {

    private static final int EVERY = 9;

    /** @param kinds of the question: its language and what is special about it */
    record Sample(String set, String document, boolean answers, Confidence confidence, List<String> kinds) {}

    private final List<Sample> samples = new ArrayList<>();

    List<Sample> samples() {
        return samples;
    }

    void own(String set, CorpusDocument document, QuestionSet.Asked question, List<String> before) {
        List<String> kinds = new ArrayList<>(question.tags());
        kinds.add("asked in " + question.language());
        samples.add(new Sample(
                set,
                document.id(),
                !question.refuse(),
                ExtractiveAnswering.confidence(document.index(), question.question(), before),
                kinds));
    }

    /** Questions of documents of which no part of the id's last word is the same. */
    void foreign(String set, Map<CorpusDocument, List<QuestionSet.Asked>> asked) {
        int count = 0;
        for (CorpusDocument document : asked.keySet()) {
            for (var other : asked.entrySet()) {
                for (QuestionSet.Asked question : other.getValue()) {
                    boolean apart = !owner(other.getKey().id()).equals(owner(document.id()));
                    if (apart
                            && question.follows() == null
                            && named(question.question(), other.getKey())
                            && count++ % EVERY == 0) {
                        samples.add(new Sample(
                                set,
                                document.id(),
                                false,
                                ExtractiveAnswering.confidence(document.index(), question.question(), List.of()),
                                List.of("of another firm")));
                    }
                }
            }
        }
    }

    /** Whether the question can only be about its own document: it says whose it is. */
    private static boolean named(String question, CorpusDocument document) {
        return document.id().startsWith("A-")
                && List.of("apple", "amazon", "intel", "nvidia").stream()
                        .anyMatch(question.toLowerCase(Locale.ROOT)::contains);
    }

    private static String owner(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }
}
