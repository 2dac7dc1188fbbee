package dev.pagewright.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which data folders of this user have a system, so that a command finds one that was started with {@code --data}: a
 * file for each, with its path in it. What it tells is checked against the folder, so an entry too many does no harm.
 *
 * @param directory of the files
 */
public record SystemRegistry(Path directory) {

    /** Where programs of this operating system note what they do. */
    public static SystemRegistry of(Map<String, String> environment, String operatingSystem, Path home) {
        String set = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!set.isBlank()) {
            return new SystemRegistry(Path.of(set, "pagewright", "systems"));
        }
        return new SystemRegistry(
                operatingSystem.startsWith("Mac")
                        ? home.resolve("Library/Application Support/pagewright-systems")
                        : home.resolve(".local/state/pagewright/systems"));
    }

    public void add(DataFolder folder) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(entry(folder), folder.root().toString());
    }

    public void remove(DataFolder folder) throws IOException {
        Files.deleteIfExists(entry(folder));
    }

    /** Folders on which a system runs, or something that its killed launcher has left. */
    public List<DataFolder> alive() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<DataFolder> alive = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.sorted().toList()) {
                DataFolder folder = new DataFolder(Path.of(Files.readString(entry)));
                if (new Orphans(folder).find().isEmpty()) { // of a launcher that runs, its own processes count too
                    Files.deleteIfExists(entry);
                } else {
                    alive.add(folder);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return alive;
    }

    private Path entry(DataFolder folder) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(folder.root().toString().getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
