package dev.pagewright.standalone.system;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a folder and everything in it from all users but the one who runs this. What its owner may do stays; links are
 * not followed: what lies elsewhere is in other hands.
 */
final class OwnerOnly extends SimpleFileVisitor<Path> {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final UserPrincipal self;

    private OwnerOnly(UserPrincipal self) {
        this.self = self;
    }

    /** @throws CannotStartException where something belongs to somebody else, or stays open to others */
    static void all(Path folder) throws IOException {
        Files.walkFileTree(folder, new OwnerOnly(self(folder)));
    }

    /** The folder alone. */
    static void alone(Path folder) throws IOException {
        new OwnerOnly(self(folder)).tighten(folder);
    }

    /** Who runs this, as the file system that holds the folder knows it. */
    private static UserPrincipal self(Path folder) throws IOException {
        Path mine;
        try {
            mine = Files.createTempFile(folder, ".owner", "");
        } catch (IOException e) {
            throw new CannotStartException("Nothing can be written in " + folder + "; choose another with --data.");
        }
        try {
            return Files.getOwner(mine);
        } finally {
            Files.deleteIfExists(mine);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        tighten(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isSymbolicLink()) {
            tighten(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw new CannotStartException(
                file + " cannot be read, so nobody knows who else can; remove it or mend its permissions.");
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        if (e != null && !(e instanceof NoSuchFileException)) {
            throw e;
        }
        return FileVisitResult.CONTINUE;
    }

    private void tighten(Path path) throws IOException {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.owner().equals(self)) {
                throw new CannotStartException(
                        "%s belongs to %s and not to %s, who runs this; give it to them, or choose another folder with --data."
                                .formatted(path, attributes.owner().getName(), self.getName()));
            }
            if (OWNERS.containsAll(attributes.permissions())) {
                return;
            }
            Set<PosixFilePermission> kept = EnumSet.copyOf(OWNERS);
            kept.retainAll(attributes.permissions());
            Files.setPosixFilePermissions(path, kept);
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
                throw stays(path);
            }
        } catch (NoSuchFileException e) {
            // gone meanwhile
        } catch (IOException e) {
            throw stays(path);
        }
    }

    /** For instance on a file system that knows no permissions. */
    private static CannotStartException stays(Path path) {
        return new CannotStartException(
                "Other users can read %s, and that cannot be changed; choose a folder on another file system with --data."
                        .formatted(path));
    }
}
