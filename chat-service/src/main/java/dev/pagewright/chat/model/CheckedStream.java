package dev.pagewright.chat.model;

import dev.pagewright.chat.answer.Answering.TokenSink;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes a model's answer on, statement by statement, each once it is whole and supported: what a reader sees on the way
 * is as good as what stands at the end. For one thread after the other.
 */
final class CheckedStream implements Consumer<String> {

    /** What may end a statement; only then is it worth looking. */
    private static final String ENDS = "])】\n";

    private final AnswerCheck check;
    private final Relevance relevance;
    private final TokenSink tokens;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private boolean ended;
    private int seen;
    private boolean passed;

    /** @param relevance of what is supported so far: until it answers the question nothing is passed on */
    CheckedStream(AnswerCheck check, Relevance relevance, TokenSink tokens) {
        this.check = check;
        this.relevance = relevance;
        this.tokens = tokens;
    }

    @Override
    public synchronized void accept(String piece) {
        text.append(piece);
        if (ended) {
            pass(1); // what follows the mark may still belong to the last statement
        }
        ended = piece.chars().anyMatch(c -> ENDS.indexOf(c) >= 0);
    }

    /** Passes on what is left of the answer. */
    synchronized void end() {
        pass(0);
    }

    /** Whether anything was passed on. */
    synchronized boolean passed() {
        return passed;
    }

    private void pass(int open) {
        String answer = text.toString();
        if (AnswerCheck.declines(answer) || Prompt.said(answer)) {
            return;
        }
        List<Claims.Statement> statements = Claims.of(answer).statements();
        for (; seen < statements.size() - open; seen++) {
            AnswerCheck.Verdict verdict = check.of(statements.get(seen));
            if (verdict.supported()) {
                held.append(held.isEmpty() && !passed ? "" : " ").append(verdict.text());
                said.append(' ').append(verdict.said());
            }
            if (!held.isEmpty() && (passed || relevance.of(said.toString()))) {
                tokens.accept(held.toString());
                held.setLength(0);
                passed = true;
            }
        }
    }
}
