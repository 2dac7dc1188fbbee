package dev.pagewright.document;

import org.jspecify.annotations.Nullable;

/**
 * A block's translation, or why there is none.
 *
 * @param text null where the translation failed its check
 * @param error a code, null where there is a text
 */
public record Translation(@Nullable String text, @Nullable String error) {}
