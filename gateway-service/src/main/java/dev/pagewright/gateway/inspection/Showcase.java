package dev.pagewright.gateway.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that one inspection process may look into and not touch. In it lies the file that it is asked about, and
 * nothing else.
 */
final class Showcase implements AutoCloseable {

    private final Path folder;
    private final Path shown;

    private Showcase(Path folder) {
        this.folder = folder;
        this.shown = folder.resolve("file");
    }

    /** @param parent on the file system of the files, so that they need not be copied; its owner's alone */
    static Showcase open(Path parent) throws IOException {
        return new Showcase(Files.createTempDirectory(parent, "inspection-").toAbsolutePath());
    }

    Path folder() {
        return folder;
    }

    /** The place where the process finds the file, until {@link #clear}. */
    Path show(Path file) throws IOException {
        try {
            return Files.createLink(shown, file);
        } catch (IOException | UnsupportedOperationException e) { // not every file system links
            return Files.copy(file, shown);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(shown);
        } catch (IOException e) {
            throw new UncheckedIOException("a file stays where it was shown", e);
        }
    }

    /** What cannot be removed is swept with other files that are left of uploads. */
    @Override
    public void close() {
        try {
            clear();
            Files.deleteIfExists(folder);
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
