package dev.pagewright.gateway.submission;

import java.nio.file.Path;

/**
 * A file that has arrived whole.
 *
 * @param path in the blob store's incoming directory
 * @param name as the client gave it
 * @param sha256 of the content, hex
 */
record ReceivedFile(Path path, String name, long bytes, String sha256) {}
