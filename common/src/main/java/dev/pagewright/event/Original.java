package dev.pagewright.event;

import org.jspecify.annotations.Nullable;

/**
 * The uploaded file.
 *
 * @param blobKey where it lies in the blob store
 * @param mediaType by content, never by name
 * @param sealedPassword of an encrypted PDF, sealed with the server key ({@code SecretSealer}); null where none is
 *     needed
 */
public record Original(
        String blobKey,
        String mediaType,
        long bytes,
        @Nullable String sealedPassword) {}
