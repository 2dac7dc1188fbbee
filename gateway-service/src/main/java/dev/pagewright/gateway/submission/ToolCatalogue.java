package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.capabilities.Workers;
import dev.pagewright.gateway.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Presets by slug (C13): those shipped, and those of an operator's file, which add to them or replace them.
 * Read once, at start; a file that cannot be read stops the start and says where it is wrong.
 */
@ApplicationScoped
public class ToolCatalogue {

    /**
     * @param options values of the fields {@code language}, {@code ocr} and {@code translate_to} that a client leaves
     *     out, and {@code csv_rows}, that of {@code rows} in a download as CSV
     */
    public record Tool(
            String slug, String title, String description, String tier, String format, Map<String, String> options) {

        public Tool {
            options = Map.copyOf(options);
        }

        /** Whether it gives a text in another language. */
        boolean translates() {
            return slug.equals(TRANSLATE) || options.containsKey("translate_to");
        }
    }

    static final String TRANSLATE = "translate";
    static final String CSV_ROWS = "csv_rows";

    private static final String NO_TRANSLATION = "Translation needs a chat model: the operator sets"
            + " PAGEWRIGHT_TRANSLATION_URL and PAGEWRIGHT_TRANSLATION_MODEL (or PAGEWRIGHT_CHAT_MODEL_URL and _NAME).";

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Workers workers;

    ToolCatalogue(@ConfigProperty(name = "pagewright.tools-file") Optional<Path> file, Workers workers)
            throws IOException {
        this.workers = workers;
        try (InputStream shipped = Objects.requireNonNull(ToolCatalogue.class.getResourceAsStream("/tools.json"))) {
            add(ToolFile.read(shipped, "the shipped presets"));
        }
        if (file.isPresent()) {
            try (InputStream own = Files.newInputStream(file.get())) {
                add(ToolFile.read(own, String.valueOf(file.get().getFileName())));
            }
        }
    }

    private void add(List<Tool> more) {
        more.forEach(tool -> tools.put(tool.slug(), tool));
    }

    public Collection<Tool> all() {
        return tools.values();
    }

    /** Why the tool cannot be used at this moment, empty where it can. */
    public Optional<String> unavailable(Tool tool) {
        return tool.translates() ? translationUnavailable() : Optional.empty();
    }

    /** Why nothing can be translated at this moment, whatever the tool; empty where it can. */
    Optional<String> translationUnavailable() {
        return workers.translationModel().isEmpty() ? Optional.of(NO_TRANSLATION) : Optional.empty();
    }

    /** What a CSV of the tool's jobs holds where a download does not say; empty for all that there is. */
    public Optional<String> csvRows(@Nullable String slug) {
        Tool tool = slug == null ? null : tools.get(slug);
        return tool == null
                ? Optional.empty()
                : Optional.ofNullable(tool.options().get(CSV_ROWS));
    }

    /** @throws ProblemException 400 for an unknown slug, naming the known ones */
    @Nullable Tool find(@Nullable String slug) {
        if (slug == null) {
            return null;
        }
        Tool tool = tools.get(slug);
        if (tool == null) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "There is no tool \"%s\"; known are %s."
                            .formatted(
                                    slug.length() > 60 ? slug.substring(0, 60) : slug,
                                    String.join(", ", tools.keySet())));
        }
        return tool;
    }
}
