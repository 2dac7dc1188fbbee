package dev.pagewright.export.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The temporary files of one download, deleted when it is closed. Not thread-safe. */
final class Workspace implements Closeable {

    private final Path directory;
    private int files;

    private Workspace(Path directory) {
        this.directory = directory;
    }

    static Workspace in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new Workspace(Files.createTempDirectory(parent, "build-"));
    }

    Path file() throws IOException {
        return Files.createFile(directory.resolve(Integer.toString(files++)));
    }

    @Override
    public void close() throws IOException {
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            entries.forEach(entry -> {
                try {
                    Files.delete(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException("a temporary file cannot be deleted", e);
        }
        Files.delete(directory);
    }
}
