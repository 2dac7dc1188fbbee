package dev.pagewright.gateway.capabilities;

import dev.pagewright.gateway.submission.ToolCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A preset as the API shows it.
 *
 * @param format the download offered first
 * @param unavailable why it cannot be used here, null where it can
 */
record ToolView(
        String slug,
        String title,
        String description,
        String tier,
        String format,
        boolean available,
        @Nullable String unavailable) {

    static ToolView of(ToolCatalogue.Tool tool) {
        return new ToolView(
                tool.slug(),
                tool.title(),
                tool.description(),
                tool.tier(),
                tool.format(),
                tool.unavailable() == null,
                tool.unavailable());
    }
}
