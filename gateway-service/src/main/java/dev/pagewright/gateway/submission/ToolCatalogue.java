package dev.pagewright.gateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    /** @param unavailable why it cannot be used here, null where it can */
    public record Tool(
            String slug,
            String title,
            String description,
            String tier,
            String format,
            @Nullable String unavailable) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Tool> tools = new LinkedHashMap<>();

    ToolCatalogue(@ConfigProperty(name = "pagewright.tools-file") Optional<Path> file) throws IOException {
        try (InputStream shipped = Objects.requireNonNull(ToolCatalogue.class.getResourceAsStream("/tools.json"))) {
            add(MAPPER.readTree(shipped), "the shipped presets");
        }
        if (file.isPresent()) {
            try (InputStream own = Files.newInputStream(file.get())) {
                add(MAPPER.readTree(own), file.get().getFileName().toString());
            }
        }
    }

    public Collection<Tool> all() {
        return tools.values();
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

    private void add(JsonNode presets, String source) {
        for (JsonNode preset : presets) {
            String slug = preset.path("slug").asText();
            String tier = preset.path("tier").asText("cpu");
            if (!slug.matches("[a-z0-9-]{1,60}") || !(tier.equals("cpu") || tier.equals("vlm"))) {
                throw new IllegalStateException("%s: a preset needs a slug of a-z, 0-9 and -, and a tier cpu or vlm: %s"
                        .formatted(source, preset));
            }
            tools.put(
                    slug,
                    new Tool(
                            slug,
                            preset.path("title").asText(slug),
                            preset.path("description").asText(""),
                            tier,
                            preset.path("format").asText("md"),
                            slug.equals("translate")
                                    ? "Translation needs a chat model; the operator sets pagewright.translation.base-url and pagewright.translation.model."
                                    : null));
        }
    }
}
