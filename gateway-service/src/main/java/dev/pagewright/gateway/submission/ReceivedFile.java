package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A file that has arrived whole.
 *
 * @param path in the blob store's incoming directory
 * @param name as the client gave it
 * @param sha256 of the content, hex
 */
record ReceivedFile(Path path, String name, long bytes, String sha256) {

    private static final int BUFFER = 32 << 10;

    /**
     * Writes what comes to a new file.
     *
     * @param largest bytes that it may have
     * @throws IOException where the content breaks off
     * @throws ProblemException where it is too large or the disk does not take it; no file is left in either case
     */
    static ReceivedFile receive(Path path, String name, InputStream content, long largest) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        boolean whole = false;
        try (OutputStream out = created(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > largest) {
                    throw tooLarge(largest);
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        return new ReceivedFile(path, name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemException tooLarge(long largest) {
        return new Problem(
                        ErrorCode.FILE_TOO_LARGE,
                        "The file is larger than the %d bytes that your plan allows; send a smaller one."
                                .formatted(largest),
                        Map.of("cap", largest))
                .asException();
    }

    private static OutputStream created(Path path) {
        try {
            return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notStored();
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw notStored();
        }
    }

    private static ProblemException notStored() {
        return new ProblemException(
                ErrorCode.OVERLOADED, "The file cannot be stored at the moment; try again shortly.");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
