package dev.pagewright.chat.model;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Quotation;
import dev.pagewright.chat.answer.Speech;
import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.citation.CitationVerifier;
import dev.pagewright.chat.model.check.Source;
import dev.pagewright.chat.model.check.StatementCheck;
import dev.pagewright.chat.model.check.ValueCheck;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a model's answer against the passages that it was given. Not thread-safe. */
final class AnswerCheck {

    /**
     * @param answer of the statements that are supported; empty where none is
     * @param said their text alone, without pages
     * @param flagged what the passages do not hold
     */
    record Result(Optional<Answer> answer, String said, List<String> flagged) {}

    /**
     * @param said the statement
     * @param text with its pages; empty where it is not supported
     * @param citations by ordinal of the passage
     */
    record Verdict(String said, String text, Map<Integer, Citation> citations, List<String> flagged) {

        boolean supported() {
            return !text.isEmpty();
        }
    }

    private final DocumentIndex index;
    private final Question question;
    private final List<Passage> passages;
    private final CitationVerifier verifier;
    private final StatementCheck statements;
    private final Speech speech;

    AnswerCheck(DocumentIndex index, Question question, List<Passage> passages, CitationVerifier verifier) {
        this.index = index;
        this.question = question;
        this.passages = passages;
        this.verifier = verifier;
        this.statements = new StatementCheck(index.analysis());
        this.speech = Speech.of(question.text(), index.analysis().language());
    }

    static boolean declines(String answer) {
        return answer.contains(Prompt.NOT_SAID) && !Prompt.said(answer);
    }

    Answer refusal() {
        return new Answer(speech.refusal(), List.of(), Answer.By.MODEL, false);
    }

    Result of(String answer) {
        if (Prompt.said(answer)) {
            return new Result(Optional.empty(), "", List.of());
        }
        List<String> flagged = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Map<Integer, Citation> citations = new LinkedHashMap<>();
        for (Claims.Statement statement : Claims.of(answer).statements()) {
            Verdict verdict = of(statement);
            flagged.addAll(verdict.flagged);
            if (verdict.supported()) {
                kept.add(verdict.text);
                said.add(verdict.said);
                verdict.citations.forEach(citations::putIfAbsent);
            }
        }
        List<Citation> all = citations.values().stream().distinct().toList();
        return new Result(
                kept.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Answer(String.join(" ", kept), all, Answer.By.MODEL, true)),
                String.join(" ", said),
                flagged);
    }

    Verdict of(Claims.Statement statement) {
        List<Passage> named = statement.passages().isEmpty()
                ? holding(statement.text())
                : statement.passages().stream()
                        .filter(number -> number >= 1 && number <= passages.size())
                        .map(number -> passages.get(number - 1))
                        .toList();
        List<String> flagged = statements.unsupported(
                statement.text(), named.stream().map(this::source).toList(), question.text());
        Map<Integer, Citation> citations = flagged.isEmpty() ? cited(named, statement.text()) : Map.of();
        if (citations.isEmpty()) {
            return new Verdict(statement.text(), "", Map.of(), flagged);
        }
        String pages = String.join(
                ", ",
                citations.values().stream()
                        .map(Citation::page)
                        .distinct()
                        .map(speech::page)
                        .toList());
        return new Verdict(statement.text(), statement.text() + " (" + pages + ")", citations, flagged);
    }

    /** The one passage that a statement rests on which names none: the first that says at least half of its words and figures. */
    private List<Passage> holding(String statement) {
        return passages.stream()
                .filter(passage -> ValueCheck.says(Prompt.body(passage), statement, index.analysis(), false))
                .limit(1)
                .toList();
    }

    private Source source(Passage passage) {
        String body = Prompt.body(passage);
        return new Source(body, body + "\n" + index.page(passage.page()), passage.number());
    }

    /** Each passage's own citation, where it is verbatim. */
    private Map<Integer, Citation> cited(List<Passage> named, String statement) {
        Question about = Question.of(statement, index.analysis());
        Map<Integer, Citation> citations = new LinkedHashMap<>();
        for (Passage passage : named) {
            Citation citation = Quotation.of(passage, index, about, score(passage));
            if (verifier.verbatim(citation.pageIndex(), citation.snippet())) {
                citations.putIfAbsent(passage.ordinal(), citation);
            }
        }
        return citations;
    }

    /** By rank: the model was shown the best first. */
    private double score(Passage passage) {
        return 1 - (double) passages.indexOf(passage) / (passages.size() + 1);
    }
}
