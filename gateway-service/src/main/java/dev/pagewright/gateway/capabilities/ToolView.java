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

    static ToolView of(ToolCatalogue.Tool tool, ToolCatalogue tools) {
        String why = tools.unavailable(tool).orElse(null);
        return new ToolView(
                tool.slug(), tool.title(), tool.description(), tool.tier(), tool.format(), why == null, why);
    }
}
