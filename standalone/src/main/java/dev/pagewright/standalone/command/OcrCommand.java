package dev.pagewright.standalone.command;

import dev.pagewright.standalone.client.Job;
import dev.pagewright.standalone.client.PagewrightClient;
import dev.pagewright.standalone.client.ServerException;
import dev.pagewright.standalone.system.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads documents. Exit code 0 only if every page of every file was read. */
@Command(name = "ocr", description = "Reads documents and prints their Markdown; starts a system if none runs.")
final class OcrCommand implements Callable<Integer> {

    private static final int AT_ONCE = 4;

    @Mixin
    private final ServerOption server = new ServerOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "PDF, PNG, JPEG, WebP, GIF, BMP or TIFF.")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "md (default), txt, json, html, csv, docx, xlsx, pdf, hocr, alto or zip.")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Where the result goes (default: standard output); a folder for several files.")
    private @Nullable Path output;

    @Option(names = "--tier", paramLabel = "NAME", description = "cpu (default) or vlm.")
    private @Nullable String tier;

    @Option(names = "--language", paramLabel = "CODE", description = "auto (default), a code such as en, or en+de.")
    private @Nullable String language;

    @Option(names = "--pages", paramLabel = "RANGES", description = "Such as 1-3,8 (default: all).")
    private @Nullable String pages;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            paramLabel = "WORD",
            description = "Of an encrypted PDF; asked for where it is not given.")
    private @Nullable String password;

    @Option(names = "--tool", paramLabel = "SLUG", description = "A preset, such as extract-tables.")
    private @Nullable String tool;

    @Option(names = "--translate-to", paramLabel = "CODE", description = "Language to translate into; needs a model.")
    private @Nullable String translateTo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path file : files) {
            check(file);
        }
        Output target = Output.of(format, output, files.size());
        PagewrightClient client = server.client();
        Progress progress = new Progress(files.size());
        boolean all = true;
        try (ExecutorService readers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Job>> jobs = files.stream()
                    .map(file -> readers.submit(() -> read(client, file, progress)))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                all &= finish(client, target, files.get(i), jobs.get(i), progress);
            }
        }
        progress.clear();
        return all ? 0 : 1;
    }

    private static void check(Path file) {
        if (!Files.exists(file)) {
            throw new CannotStartException("There is no file " + file + ".");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotStartException(file + " cannot be read as a file.");
        }
    }

    private Job read(PagewrightClient client, Path file, Progress progress) throws IOException, InterruptedException {
        String name = String.valueOf(file.getFileName());
        try {
            Job job = client.submit(file, fields());
            if (job.finished()) {
                return job;
            }
            progress.on(name, job);
            return client.follow(job, later -> progress.on(name, later));
        } finally {
            progress.end(name);
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "tier", tier);
        put(fields, "language", language);
        put(fields, "pages", pages);
        put(fields, "password", password);
        put(fields, "tool", tool);
        put(fields, "translate_to", translateTo);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** @return whether all of the file was read and written */
    private boolean finish(PagewrightClient client, Output target, Path file, Future<Job> reading, Progress progress)
            throws IOException, InterruptedException {
        try {
            Job job = reading.get();
            progress.clear();
            if (!job.done()) {
                complain(file, job.error().isEmpty() ? "no page could be read." : job.error());
                return false;
            }
            target.write(client, job, file);
            job.failures().forEach(failure -> complain(file, failure));
            return job.failures().isEmpty();
        } catch (ExecutionException e) {
            progress.clear();
            complain(file, sentence(e.getCause()));
            return false;
        } catch (ServerException e) {
            complain(file, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static String sentence(@Nullable Throwable cause) {
        return cause instanceof ServerException ? String.valueOf(cause.getMessage()) : "unexpected: " + cause;
    }

    private static void complain(Path file, String sentence) {
        System.err.println("pagewright: " + file + ": " + sentence);
    }
}
