package dev.pagewright.chat.index;

import dev.pagewright.chat.language.LanguageDetector;
import dev.pagewright.chat.passage.PassageMaker;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads a finished job's pages from the gateway into passages. Thread-safe; calls block. */
@Singleton
class DocumentReader {

    private static final String DEFAULT_LANGUAGE = "en";

    /** Documents that are read at once, a page of each in memory: the largest pages take some 40 MB. */
    private static final int AT_ONCE = 2;

    private static final int SAMPLE = 20_000;

    private final GatewayClient gateway;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    DocumentReader(GatewayClient gateway) {
        this.gateway = gateway;
    }

    Optional<JobRecord> job(String jobId) throws IOException {
        return gateway.job(jobId);
    }

    /** @return empty where the job has gone meanwhile */
    Optional<ReadDocument> read(JobRecord job) throws IOException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting to read a document").initCause(e);
        }
        try {
            return inPlace(job);
        } finally {
            places.release();
        }
    }

    private Optional<ReadDocument> inPlace(JobRecord job) throws IOException {
        Optional<PageLineCodec.Lines> answer = gateway.pages(job.uuid());
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var maker = new PassageMaker(Locale.forLanguageTag(code(job.detectedLanguage())));
        List<ReadDocument.PageText> pages = new ArrayList<>();
        Map<String, Integer> languages = new HashMap<>();
        try (PageLineCodec.Lines lines = answer.get()) {
            while (lines.hasNext()) {
                if (lines.next() instanceof PageResult.Read read) {
                    maker.add(read.page());
                    pages.add(new ReadDocument.PageText(
                            read.index(),
                            read.number(),
                            PageTexts.shown(read.page()),
                            PageTexts.furniture(read.page())));
                    String language = read.page().reading().language();
                    if (language != null) {
                        languages.merge(language, 1, Integer::sum);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the pages broke off", e);
        }
        String told = job.detectedLanguage() != null
                ? code(job.detectedLanguage())
                : languages.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(entry -> code(entry.getKey()))
                        .orElse(DEFAULT_LANGUAGE);
        String language = LanguageDetector.of(sample(pages), told); // a text layer's language is told by nobody else
        return Optional.of(new ReadDocument(job.accountId(), job.revision(), language, maker.passages(), pages));
    }

    /** The first pages, as far as a language needs them to be told. */
    private static String sample(List<ReadDocument.PageText> pages) {
        var sample = new StringBuilder();
        for (ReadDocument.PageText page : pages) {
            if (sample.length() < SAMPLE) {
                sample.append(page.shown()).append('\n');
            }
        }
        return sample.toString();
    }

    /** The language alone, without region or script. */
    private static String code(@Nullable String language) {
        return language == null || language.isBlank()
                ? DEFAULT_LANGUAGE
                : language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
