package dev.pagewright.blob;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Temporary files that nobody will come back for: those of a process that died, or of a request that was cut off. */
public final class Leftovers {

    private Leftovers() {}

    /**
     * Deletes what was last written before a time, folders that are empty then too. What cannot be deleted stays.
     *
     * @param directory itself stays; it need not be there
     * @param wanted files that stay whatever their age
     * @return files that were deleted
     */
    public static int sweep(Path directory, Instant before, Predicate<Path> wanted) throws IOException {
        AtomicInteger deleted = new AtomicInteger();
        Set<Path> old = new HashSet<>(); // before a deletion in them makes them new
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!folder.equals(directory)
                            && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                        old.add(folder);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.lastModifiedTime().toInstant().isBefore(before)
                            && !wanted.test(file)
                            && delete(file)) {
                        deleted.incrementAndGet();
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE; // gone already
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                    if (old.contains(folder)) {
                        boolean unused = delete(folder); // one that holds something stays
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return 0;
        }
        return deleted.get();
    }

    private static boolean delete(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }
}
