package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Confidence;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what a document knows of questions that it answers and of questions that it does not, a line each: document,
 * 1 where it answers, then the parts of {@link Confidence}. Of other documents' questions every ninth is asked.
 */
final class Confidences {

    private static final int EVERY = 9;

    private final Path file;

    Confidences(Path file) {
        this.file = file;
    }

    void own(CorpusDocument document, QuestionSet.Asked question, List<String> before) {
        write(
                document.id(),
                !question.refuse(),
                ExtractiveAnswering.confidence(document.index(), question.question(), before));
    }

    /** Questions of documents of which no part of the id's last word is the same. */
    void foreign(Map<CorpusDocument, List<QuestionSet.Asked>> asked) {
        List<QuestionSet.Asked> all = new ArrayList<>();
        asked.values().forEach(all::addAll);
        int count = 0;
        for (CorpusDocument document : asked.keySet()) {
            for (var other : asked.entrySet()) {
                for (QuestionSet.Asked question : other.getValue()) {
                    boolean apart = !owner(other.getKey().id()).equals(owner(document.id()));
                    if (apart
                            && question.follows() == null
                            && named(question.question(), other.getKey())
                            && count++ % EVERY == 0) {
                        write(
                                document.id(),
                                false,
                                ExtractiveAnswering.confidence(document.index(), question.question(), List.of()));
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

    private void write(String document, boolean answers, Confidence confidence) {
        try {
            Files.writeString(
                    file,
                    String.format(
                            Locale.ROOT,
                            "%s\t%d\t%.4f\t%.4f\t%d\t%d\t%d\t%d%n",
                            document,
                            answers ? 1 : 0,
                            confidence.fact(),
                            confidence.passage(),
                            confidence.fits() ? 1 : 0,
                            confidence.absent() ? 1 : 0,
                            confidence.strange() ? 1 : 0,
                            confidence.terms()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
