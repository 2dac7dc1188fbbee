package dev.pagewright.benchmarks.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.citation.CitationVerifier;
import dev.pagewright.chat.retrieval.FollowUp;
import dev.pagewright.chat.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the questions of corpora of their documents, in this process, and prints what comes of it by kind and language,
 * {@code --fit} fits the weights of refusals ({@link ConfidenceFit}); beside what plain retrieval finds. Arguments: a directory with each item's pages ({@code ID.ndjson}), then corpora;
 * {@code --out FILE} writes every answer; {@code --vectors} ranks English documents by meaning too,
 * {@code --vectors-of URL} documents of every language by an endpoint's ({@link MeaningCache}); {@code --only REGEX}
 * takes items whose id holds it; {@code --plain} tells what windows of words find; {@code --planted}, {@code --worded},
 * {@code --other-hand} and {@code --stated} add the generated documents; {@code -v} shows what failed.
 */
public final class Evaluation {

    private static final long SEED = 15;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ArrayNode records = mapper.createArrayNode();
    private final boolean verbose;
    private final boolean plain;
    private final @Nullable Confidences features;

    private Evaluation(boolean verbose, boolean plain, boolean fit) {
        this.features = fit ? new Confidences() : null;
        this.verbose = verbose;
        this.plain = plain;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        boolean verbose = given.remove("-v");
        boolean vectors = given.remove("--vectors");
        String endpoint = option(given, "--vectors-of", "");
        boolean planted = given.remove("--planted");
        boolean worded = given.remove("--worded");
        boolean stated = given.remove("--stated");
        boolean other = given.remove("--other-hand");
        boolean plain = given.remove("--plain");
        boolean fit = given.remove("--fit");
        String out = option(given, "--out", "");
        String only = option(given, "--only", "");
        Path pages = Path.of(given.getFirst());
        MeaningCache meaning = vectors || !endpoint.isEmpty() ? new MeaningCache(pages, endpoint) : null;
        var evaluation = new Evaluation(verbose, plain, fit);
        for (String corpus : given.subList(1, given.size())) {
            evaluation.run(corpus, QuestionSet.read(Path.of(corpus)).of(pages, only), meaning);
        }
        if (planted) {
            evaluation.run("planted", PlantedDocuments.make(SEED), meaning);
        }
        if (worded) {
            evaluation.run("worded", WordedDocuments.make(SEED), meaning);
        }
        if (other) {
            evaluation.run("other hand", OtherHandDocuments.make(SEED), meaning);
        }
        if (stated) {
            evaluation.run("stated", StatedDocuments.make(SEED), meaning);
        }
        if (evaluation.features != null) {
            new ConfidenceFit(evaluation.features.samples()).print();
        }
        if (!out.isEmpty()) {
            ObjectNode report = evaluation.mapper.createObjectNode();
            report.set("records", evaluation.records);
            Files.writeString(Path.of(out), report.toString());
        }
    }

    static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        given.remove(at);
        return given.remove(at);
    }

    private void run(String set, Map<CorpusDocument, List<QuestionSet.Asked>> asked, @Nullable MeaningCache meaning)
            throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        var baselines = new TreeMap<String, Tally>();
        var verdicts = new Verdicts();
        List<Long> microseconds = new ArrayList<>();
        for (var entry : asked.entrySet()) {
            CorpusDocument document = entry.getKey();
            if (meaning != null) {
                meaning.embed(document.index());
            }
            Windows windows = plain ? new Windows(document, meaning) : null;
            for (QuestionSet.Asked question : entry.getValue()) {
                if (question.refuse() || !question.pages().isEmpty()) {
                    List<String> before = QuestionSet.before(question, entry.getValue());
                    long start = System.nanoTime();
                    Answer answer = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                            .answer(
                                    document.index(),
                                    document.shown(),
                                    question.question(),
                                    before,
                                    Answering.TokenSink.NONE);
                    microseconds.add((System.nanoTime() - start) / 1000);
                    judge(document, question, answer, tallies);
                    verdicts.add(question, answer);
                    if (features != null) {
                        features.own(set, document, question, before);
                    }
                    if (!question.refuse()) {
                        var found = Retriever.find(
                                document.index(), FollowUp.resolve(question.question(), before, document.index()));
                        baselines
                                .computeIfAbsent("~ retrieved", n -> new Tally())
                                .page(found.passages().stream()
                                        .map(ranked -> ranked.passage().number())
                                        .distinct()
                                        .limit(3)
                                        .anyMatch(question.pages()::contains));
                        if (windows != null) {
                            windows.pages(question.question()).forEach((name, pages) -> baselines
                                    .computeIfAbsent(name, n -> new Tally())
                                    .page(pages.stream().anyMatch(question.pages()::contains)));
                        }
                    }
                }
            }
        }
        if (features != null) {
            features.foreign(set, asked);
        }
        System.out.printf("%n== %s: median %d ms%n%s%n", set, median(microseconds) / 1000, Tally.HEAD);
        tallies.forEach((name, tally) -> System.out.printf("%-28s %s%n", name, tally));
        baselines.forEach((name, tally) -> System.out.printf("%-28s page among three %s%n", name, tally.pageShare()));
        verdicts.print();
    }

    private void judge(CorpusDocument document, QuestionSet.Asked question, Answer answer, Map<String, Tally> tallies) {
        Judge.Verdict verdict = Judge.of(question, answer);
        var verifier = new CitationVerifier(document.shown());
        long bad = answer.citations().stream()
                .filter(citation -> !verifier.verbatim(citation.pageIndex(), citation.snippet()))
                .count();
        List<String> keys = new ArrayList<>(question.tags());
        keys.add("all");
        keys.add("language " + document.index().language());
        keys.add("asked in " + question.language());
        keys.forEach(key -> tallies.computeIfAbsent(key, k -> new Tally()).add(question, verdict, bad));
        ObjectNode record = records.addObject();
        record.put("id", question.id()).put("document", document.id()).put("answered", true);
        record.put("question", question.question())
                .put("content", answer.content())
                .put("grounded", answer.grounded());
        record.put(
                "genre", document.id().split("-", -1).length > 3 ? document.id().split("-", -1)[3] : "");
        record.put("lang", document.index().language())
                .put("qlang", question.language())
                .put("form", "");
        record.put("must_refuse", question.refuse())
                .put("seconds", 0)
                .put("in_text", true)
                .put("problem", "");
        ArrayNode tags = record.putArray("tags");
        question.tags().forEach(tags::add);
        ArrayNode citations = record.putArray("citations");
        for (Citation citation : answer.citations()) {
            citations.addObject().put("page", citation.page()).put("snippet", citation.snippet());
        }
        if (verbose
                && !question.tags().contains("half b")
                && !(question.verdict() == null
                        ? verdict.good()
                        : Verdicts.said(answer).equals(question.verdict()))
                && !(question.verdict() == null
                        && question.accept().isEmpty()
                        && verdict.page()
                        && !question.refuse())) {
            System.out.printf(
                    "%n[%s] %s %s%n  Q: %s%n  wanted %s %s%n  got %s %s%n",
                    question.id(),
                    question.refuse()
                            ? "ANSWERED"
                            : verdict.refused()
                                    ? "REFUSED"
                                    : verdict.holds() ? verdict.direct() ? "PAGE" : "BURIED" : "WRONG",
                    question.tags(),
                    question.question(),
                    question.verdict() == null ? question.accept() : question.verdict(),
                    question.pages(),
                    answer.citations().stream().map(Citation::page).toList(),
                    answer.content().replace("\n\n", "\n      "));
        }
    }

    private static long median(List<Long> values) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
    }
}
