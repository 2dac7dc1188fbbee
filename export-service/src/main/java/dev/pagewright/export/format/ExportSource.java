package dev.pagewright.export.format;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One document on its way into one format. Not thread-safe. */
public interface ExportSource {

    JobRecord job();

    OptionValues options();

    /** The pages from the first on, as they were read; each call begins anew. To be closed. */
    Pages pages() throws IOException;

    /** The upload, fetched at the first call. It must not be changed. */
    Path original() throws IOException;

    /** The password that came with the upload, null where there was none. Never to be logged. */
    @Nullable String password();

    /** A new empty file, deleted when the download has been built. */
    Path temporary() throws IOException;

    /** The pages as the reader wants them: translated where they were, unless {@code content=original}. */
    default Pages readable() throws IOException {
        return options().chosen("content", "original") ? pages() : pages().translated();
    }

    /** ISO 639 code of the text as {@link #readable} gives it; null where unknown. */
    default @Nullable String language() {
        String translation = job().translateTo();
        return translation != null && !options().chosen("content", "original") ? code(translation) : sourceLanguage();
    }

    /** ISO 639 code of what stands on the pages; null where unknown. */
    default @Nullable String sourceLanguage() {
        String asked = job().language();
        return job().detectedLanguage() == null && !"auto".equals(asked) ? code(asked) : job().detectedLanguage();
    }

    /** The code of a language in whatever spelling it was asked for. */
    private static String code(String spelling) {
        return Languages.find(spelling).map(Language::code).orElse(spelling);
    }
}
