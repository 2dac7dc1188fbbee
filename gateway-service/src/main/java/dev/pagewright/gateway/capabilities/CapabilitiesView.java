package dev.pagewright.gateway.capabilities;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API says about the installation. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CapabilitiesView(
        String version,
        List<Tier> tiers,
        List<String> languages,
        List<ToolView> tools,
        Formats formats,
        Limits limits,
        Engines engines,
        Models models) {

    /**
     * @param price credits a page
     * @param fallback what reads a page while the tier's own endpoint is missing; null where nothing is missing
     */
    record Tier(
            String name,
            BigDecimal price,
            boolean configured,
            @Nullable String fallback) {}

    /** @param input media types; {@code output} names as {@code format=} takes them */
    record Formats(List<String> input, List<String> output) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Limits(int inlinePages, long bytesPerFile, Map<String, Plan> plans) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Plan(
            int pagesPerFile,
            long bytesPerFile,
            @Nullable Integer pagesPerDay,
            @Nullable Integer pagesPerMonth,
            @Nullable Integer chatMessagesPerDay) {}

    /** @param workers that are there at this moment */
    record Engines(int workers, List<String> names, List<String> models) {}

    record Models(Model vision, Model chat, Model translation) {}

    record Model(boolean configured, @Nullable String name) {

        static final Model NONE = new Model(false, null);
    }
}
