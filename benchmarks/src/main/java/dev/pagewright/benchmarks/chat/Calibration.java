package dev.pagewright.benchmarks.chat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.index.PageTexts;
import dev.pagewright.chat.passage.PassageMaker;
import dev.pagewright.chat.retrieval.Chunk;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.EmbeddedChunks;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Retriever;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Asks a corpus's questions of their documents, and of other companies' documents, and prints what comes of it: page
 * hits, figures, refusals by threshold, times. Arguments: the corpus, a directory with each item's pages
 * ({@code ID.ndjson}, as the gateway's inner API tells them), {@code -v} to see every question,
 * {@code --vectors} to rank by meaning too, {@code --items REGEX} to ask only items whose whole id matches.
 */
public final class Calibration {

    /** Earlier questions that the service takes into account. */
    private static final int REMEMBERED = 4;

    private final Map<String, DocumentIndex> documents = new LinkedHashMap<>();
    private final Map<String, Map<Integer, String>> shown = new LinkedHashMap<>();

    private Calibration() {}

    public static void main(String[] arguments) throws IOException {
        var calibration = new Calibration();
        boolean verbose = List.of(arguments).contains("-v");
        int only = List.of(arguments).indexOf("--items");
        String items = only < 0 ? ".*" : arguments[only + 1];
        QuestionSet questions = QuestionSet.read(Path.of(arguments[0]));
        for (String id : questions.byDocument().keySet()) {
            Path pages = Path.of(arguments[1]).resolve(id + ".ndjson");
            if (id.matches(items) && Files.exists(pages)) {
                calibration.read(id, pages);
            }
        }
        if (List.of(arguments).contains("--vectors")) {
            calibration.embed();
        }
        calibration.own(questions, verbose);
        calibration.refusals(questions, verbose);
    }

    private void read(String id, Path file) throws IOException {
        long start = System.nanoTime();
        var maker = new PassageMaker(Locale.ENGLISH);
        Map<Integer, String> texts = new LinkedHashMap<>();
        Map<Integer, String> visible = new LinkedHashMap<>();
        try (var lines = PageLineCodec.readAll(Files.newInputStream(file))) {
            while (lines.hasNext()) {
                if (lines.next() instanceof PageResult.Read read) {
                    maker.add(read.page());
                    texts.put(read.index(), PageTexts.shown(read.page()) + "\n" + PageTexts.furniture(read.page()));
                    visible.put(read.index(), PageTexts.shown(read.page()));
                }
            }
        }
        documents.put(id, new DocumentIndex(maker.passages(), texts, "en"));
        shown.put(id, visible);
        System.out.printf(
                "%s: %d pages, %d passages, %d ms%n",
                id, texts.size(), maker.passages().size(), (System.nanoTime() - start) / 1_000_000);
    }

    private void embed() {
        var model = new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run);
        documents.forEach((id, index) -> {
            long start = System.nanoTime();
            List<Chunk> chunks = Chunk.of(index.passages());
            float[][] vectors = chunks.stream()
                    .map(chunk -> model.embed(chunk.text()).content().vector())
                    .toArray(float[][]::new);
            index.use(new EmbeddedChunks(chunks, vectors, question -> model.embed(
                            "Represent this sentence for searching relevant passages: " + question)
                    .content()
                    .vector()));
            System.out.printf("%s: %d chunks, %d ms%n", id, chunks.size(), (System.nanoTime() - start) / 1_000_000);
        });
    }

    /** Each document's questions in one conversation, in their order, as a user asks them over HTTP. */
    private void own(QuestionSet questions, boolean verbose) {
        var answering = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED);
        var all = new Tally();
        for (var document : documents.entrySet()) {
            var tally = new Tally();
            List<String> before = new ArrayList<>();
            for (QuestionSet.Asked question : questions.byDocument().getOrDefault(document.getKey(), List.of())) {
                long start = System.nanoTime();
                Answer answer = answering.answer(
                        document.getValue(),
                        Objects.requireNonNull(shown.get(document.getKey())),
                        question.question(),
                        before.subList(Math.max(0, before.size() - REMEMBERED), before.size()),
                        Answering.TokenSink.NONE);
                String verdict = tally.add(question, answer, System.nanoTime() - start);
                before.add(question.question());
                if (verbose) {
                    System.out.printf(
                            "%n%s %s [%.2f] %s%n   wanted %s %s, cited %s%n   %s%n",
                            verdict,
                            document.getKey(),
                            find(document.getValue(), question.question()).answerable(),
                            question.question(),
                            question.pages(),
                            question.figures(),
                            answer.citations().stream().map(Citation::page).toList(),
                            answer.content().replace("\n\n", "\n   "));
                }
            }
            System.out.printf("%n%s: %s%n", document.getKey(), tally);
            all.add(tally);
        }
        System.out.printf("%nall: %s%n", all);
    }

    private void refusals(QuestionSet questions, boolean verbose) {
        List<Double> answerable = new ArrayList<>();
        List<Double> unanswerable = new ArrayList<>();
        List<Double> stray = new ArrayList<>();
        for (String question : StrayQuestions.ALL) {
            documents
                    .values()
                    .forEach(document -> stray.add(find(document, question).answerable()));
        }
        for (var asking : questions.byDocument().entrySet()) {
            for (QuestionSet.Asked question : asking.getValue()) {
                for (var document : documents.entrySet()) {
                    double value =
                            find(document.getValue(), question.question()).answerable();
                    if (document.getKey().equals(asking.getKey())) {
                        answerable.add(value);
                    } else if (!company(document.getKey()).equals(company(asking.getKey()))) {
                        unanswerable.add(value);
                        if (verbose && value > ExtractiveAnswering.CALIBRATED) {
                            System.out.printf("WRONG %s [%.2f] %s%n", document.getKey(), value, question.question());
                        }
                    }
                }
            }
        }
        for (double threshold = 0.1; threshold < 0.6; threshold += 0.05) {
            double t = threshold;
            System.out.printf(
                    "threshold %.2f: refused of others' questions %.3f, of stray ones %.3f, of own %.3f%n",
                    t, below(unanswerable, t), below(stray, t), below(answerable, t));
        }
    }

    private static double below(List<Double> values, double threshold) {
        return values.stream().filter(value -> value < threshold).count() / (double) values.size();
    }

    private static Retrieval find(DocumentIndex index, String question) {
        return Retriever.find(index, Question.of(question, index.analysis()));
    }

    /** The last word of an item's id: whose document it is. */
    private static String company(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }
}
