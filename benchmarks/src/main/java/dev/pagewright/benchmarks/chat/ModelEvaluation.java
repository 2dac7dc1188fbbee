package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.model.ModelAnswering;
import dev.pagewright.chat.model.OpenAiCompletion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Asks the same questions of the same documents with a real model and without one, and prints both side by side.
 * Arguments: the base of an OpenAI-compatible endpoint, a directory with each item's pages ({@code ID.ndjson}), then
 * corpora; {@code --planted} and {@code --worded} add the generated documents; {@code --sample N} asks N questions of
 * each set, the same at every run, a larger N those of a smaller one too; {@code --refused} takes of them only what is
 * refused without a model, where it matters most; {@code --remember FILE} keeps what the model
 * said; {@code -v} shows where the two differ. Fails where the model makes a set worse.
 */
public final class ModelEvaluation {

    private static final long SEED = 15;
    /** Longer than the product waits: cores that others use make a model slow, not worse. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record Posed(CorpusDocument document, QuestionSet.Asked question, List<String> before) {}

    private final RememberedCompletion model;
    private final Answering with;
    private final Answering without = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED);
    private final int sample;
    private final boolean refused;
    private final boolean verbose;

    private ModelEvaluation(RememberedCompletion model, int sample, boolean refused, boolean verbose) {
        this.model = model;
        this.with = new ModelAnswering(model, ExtractiveAnswering.CALIBRATED);
        this.sample = sample;
        this.refused = refused;
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        boolean verbose = given.remove("-v");
        boolean refused = given.remove("--refused");
        boolean planted = given.remove("--planted");
        boolean worded = given.remove("--worded");
        int sample = Integer.parseInt(Evaluation.option(given, "--sample", "40"));
        Path remembered = Path.of(Evaluation.option(given, "--remember", "model-answers.ndjson"));
        var endpoint = new OpenAiCompletion(given.removeFirst(), "default", "none", PATIENCE);
        Path pages = Path.of(given.removeFirst());
        var model = new RememberedCompletion(endpoint, remembered);
        var evaluation = new ModelEvaluation(model, sample, refused, verbose);
        boolean worse = false;
        System.out.println(ModelTally.HEAD);
        for (String corpus : given) {
            String name = Path.of(corpus).getFileName().toString();
            worse |= evaluation.run(name, QuestionSet.read(Path.of(corpus)).of(pages, ""));
        }
        if (planted) {
            worse |= evaluation.run("planted", PlantedDocuments.make(SEED));
        }
        if (worded) {
            worse |= evaluation.run("worded", WordedDocuments.make(SEED));
        }
        System.out.printf("the model took %.1f s an answer in the median%n", model.median());
        if (worse) {
            System.out.println("with the model fewer questions of a set are answered or refused rightly than without");
            System.exit(1);
        }
    }

    /** @return whether the model makes answers worse */
    private boolean run(String set, Map<CorpusDocument, List<QuestionSet.Asked>> asked) {
        var plainly = new ModelTally();
        var modelled = new ModelTally();
        for (Posed posed : sampled(asked)) {
            Answer plain = ask(without, posed);
            Answer worded = ask(with, posed);
            List<String> told = model.told();
            plainly.add(posed.document(), posed.question(), plain, plain.grounded(), List.of());
            boolean lied = modelled.add(posed.document(), posed.question(), worded, plain.grounded(), told);
            if (verbose && (lied || !plain.content().equals(worded.content()))) {
                show(posed.question(), plain, worded, told);
            }
        }
        System.out.printf("%-24s %s%n%-24s %s%n", set + ", without", plainly, set + ", with", modelled);
        return modelled.worseThan(plainly);
    }

    private List<Posed> sampled(Map<CorpusDocument, List<QuestionSet.Asked>> asked) {
        List<Posed> all = new ArrayList<>();
        asked.forEach((document, questions) -> questions.stream()
                .filter(question -> question.refuse() || !question.pages().isEmpty())
                .forEach(question -> all.add(new Posed(document, question, QuestionSet.before(question, questions)))));
        Collections.shuffle(all, new Random(SEED));
        return all.stream()
                .filter(posed -> !refused || !ask(without, posed).grounded())
                .limit(sample)
                .toList();
    }

    private static Answer ask(Answering answering, Posed posed) {
        CorpusDocument document = posed.document();
        return answering.answer(
                document.index(),
                document.shown(),
                posed.question().question(),
                posed.before(),
                Answering.TokenSink.NONE);
    }

    private static void show(QuestionSet.Asked question, Answer plain, Answer worded, List<String> told) {
        System.out.printf(
                "%n[%s] %s%n  wanted  %s %s%n  without %s %s%n  with    %s %s %s%n  told    %s%n",
                question.id(),
                question.question(),
                question.refuse() ? "a refusal" : question.accept(),
                question.pages(),
                good(question, plain),
                plain.content().replace("\n", " | "),
                good(question, worded),
                worded.by(),
                worded.content().replace("\n", " | "),
                told);
    }

    private static String good(QuestionSet.Asked question, Answer answer) {
        Judge.Verdict verdict = Judge.of(question, answer);
        return verdict.good() ? "+" : verdict.refused() ? "0" : "-";
    }
}
