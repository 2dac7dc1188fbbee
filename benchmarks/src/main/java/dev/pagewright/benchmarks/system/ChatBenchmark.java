package dev.pagewright.benchmarks.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers without a model, from outside, on reports with one fact a page: the time of an answer on 200 pages, of the first
 * answer on 500 (which waits for the index), of 50 conversations at once, and the most memory that the service took.
 * Arguments: URL, token, process id of the chat service. Prints a Markdown table.
 */
public final class ChatBenchmark {

    private static final int LONG = 200;
    private static final int LONGEST = 500;
    private static final int CONVERSATIONS = 50;
    private static final int SHORT = 20;
    private static final int QUESTIONS = 40;

    private final ApiClient api;
    private final Path status;

    private ChatBenchmark(ApiClient api, Path status) {
        this.api = api;
        this.status = status;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("arguments: URL, token, process id of the chat service");
        }
        new ChatBenchmark(
                        new ApiClient(URI.create(arguments[0]), arguments[1]), Path.of("/proc", arguments[2], "status"))
                .run();
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        print("| what | answers | right | median | 95 % under |");
        print("|---|---|---|---|---|");
        PlantedReport longest = PlantedReport.of(LONGEST, 5);
        String job = done(longest);
        print(row(
                "first answer on %d pages, asked at the job's end".formatted(LONGEST),
                List.of(ask(job, longest, 250))));
        print(row("%d pages, after that".formatted(LONGEST), asked(job, longest, QUESTIONS)));
        api.delete(job);
        PlantedReport report = PlantedReport.of(LONG, 2);
        job = done(report);
        asked(job, report, QUESTIONS);
        print(row("%d pages, warm".formatted(LONG), asked(job, report, QUESTIONS)));
        api.delete(job);
        print(row("%d conversations at once, %d pages each".formatted(CONVERSATIONS, SHORT), together()));
        print("");
        print("memory of the chat service: " + memory("VmRSS") + " now, at most " + memory("VmHWM"));
    }

    private List<Answer> together() throws IOException, InterruptedException, ExecutionException {
        List<PlantedReport> reports = new ArrayList<>();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            reports.add(PlantedReport.of(SHORT, i));
            jobs.add(api.submit(reports.get(i).pdf()));
        }
        for (String job : jobs) {
            api.follow(job, line -> false);
        }
        List<Callable<List<Answer>>> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String job = jobs.get(i);
            PlantedReport report = reports.get(i);
            conversations.add(() -> asked(job, report, 6));
        }
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Answer>> conversation : threads.invokeAll(conversations)) {
                answers.addAll(conversation.get());
            }
        }
        for (String job : jobs) {
            api.delete(job);
        }
        return answers;
    }

    private String done(PlantedReport report) throws IOException, InterruptedException {
        String job = api.submit(report.pdf());
        api.follow(job, line -> false);
        return job;
    }

    private record Answer(double milliseconds, boolean right) {}

    private List<Answer> asked(String job, PlantedReport report, int questions)
            throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            answers.add(ask(job, report, i * report.facts().size() / questions));
        }
        return answers;
    }

    private Answer ask(String job, PlantedReport report, int fact) throws IOException, InterruptedException {
        PlantedReport.Fact asked = report.facts().get(fact);
        long start = System.nanoTime();
        JsonNode message = api.ask(job, asked.question());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        boolean right = message.path("citations").path(0).path("page").asInt() == asked.page()
                && message.path("content").asText().contains(asked.cost());
        return new Answer(milliseconds, right);
    }

    private String memory(String field) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> Integer.parseInt(line.replaceAll("\\D+", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    private static String row(String what, List<Answer> answers) {
        List<Double> times = answers.stream().map(Answer::milliseconds).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f ms | %.0f ms |",
                what,
                answers.size(),
                answers.stream().filter(Answer::right).count(),
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.95)));
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
