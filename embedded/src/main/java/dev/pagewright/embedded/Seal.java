package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that tells which passwords a server's data were last given, as a digest: passwords are of 24 random bytes, so
 * the digest gives none of them away.
 */
record Seal(Path file) {

    boolean holds(String secrets) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(digest(secrets));
    }

    void set(String secrets) throws IOException {
        Files.writeString(file, digest(secrets));
    }

    private static String digest(String secrets) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secrets.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
