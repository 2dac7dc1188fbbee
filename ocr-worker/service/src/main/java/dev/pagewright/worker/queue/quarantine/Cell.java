package dev.pagewright.worker.queue.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one quarantine process, which it works in and which goes with it: a copy of its file, its temporary
 * files, its answer. Its owner alone may enter.
 */
final class Cell implements AutoCloseable {

    private final Path directory;

    private Cell(Path directory) {
        this.directory = directory;
    }

    /** @param original is copied: what the process does to it, it does to nobody else's */
    static Cell open(Path parent, Path original) throws IOException {
        Files.createDirectories(parent);
        var cell = new Cell(Files.createTempDirectory(parent, "page")); // 0700 where the system knows that
        try {
            Files.copy(original, cell.original(), StandardCopyOption.COPY_ATTRIBUTES);
            return cell;
        } catch (IOException | RuntimeException e) {
            cell.close();
            throw e;
        }
    }

    /** Removes what processes of an earlier life have left. */
    static void sweep(Path parent) {
        try {
            if (Files.isDirectory(parent)) {
                try (var left = Files.newDirectoryStream(parent)) {
                    for (Path each : left) {
                        remove(each);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier quarantine left cannot be removed", e);
        }
    }

    Path directory() {
        return directory;
    }

    Path original() {
        return directory.resolve("original");
    }

    Path answer() {
        return directory.resolve("answer");
    }

    /** What the process prints. */
    Path said() {
        return directory.resolve("said");
    }

    /** Bytes of all files in it. */
    long size() throws IOException {
        long[] size = new long[1];
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE; // gone meanwhile
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        return size[0];
    }

    @Override
    public void close() throws IOException {
        remove(directory);
    }

    private static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
