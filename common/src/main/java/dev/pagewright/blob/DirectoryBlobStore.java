package dev.pagewright.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blobs as files below one directory, which several processes may share. Written beside their place, flushed to the
 * disk, then moved: a crash leaves a whole blob or none.
 */
public final class DirectoryBlobStore implements BlobStore {

    /** How often a put finds that its directory was removed while it was under way. */
    private static final int ATTEMPTS = 20;

    private final Path root;
    private final Path incoming;

    public DirectoryBlobStore(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve("incoming");
        Files.createDirectories(incoming);
    }

    /** A directory on the same file system, for files that {@link #putFile} will take over. */
    public Path incoming() {
        return incoming;
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
        Path part = incoming.resolve(UUID.randomUUID().toString());
        try {
            Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            install(part, path(key));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void putFile(String key, Path file) throws IOException {
        install(file, path(key));
    }

    private static void install(Path part, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(target.getParent());
                move(part, target);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (attempt == ATTEMPTS || !Files.exists(part)) {
                    throw e;
                }
                // a directory was removed in between, perhaps just after another thread had made it: once more
            }
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Path beside = target.resolveSibling("." + UUID.randomUUID());
            Files.copy(part, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(part);
        }
    }

    @Override
    public Optional<InputStream> open(String key) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        try {
            return Optional.of(Files.size(path(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> file(String key) {
        return Optional.of(path(key)).filter(Files::isRegularFile);
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public void deleteTree(String prefix) throws IOException {
        Path top = path(prefix);
        if (!Files.isDirectory(top)) {
            return;
        }
        Files.walkFileTree(top, new Remover());
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        Path top = path(prefix);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean available() {
        return Files.isWritable(incoming);
    }

    @Override
    public long usableBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    private Path path(String key) {
        return root.resolve(BlobKeys.require(key));
    }

    /** Removes what lies below a directory, and the directory; what others remove or put meanwhile is no fault. */
    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // gone already
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            try {
                Files.deleteIfExists(directory);
            } catch (DirectoryNotEmptyException e) {
                // a blob was put there after its directory had been gone through: it came later, and stays
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
