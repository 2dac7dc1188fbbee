package dev.pagewright.standalone.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one system keeps everything it has. Owner-only: uploads and secrets are in it. */
public record DataFolder(Path root) {

    /** Set in the environment, it is the folder where no {@code --data} says another. */
    public static final String VARIABLE = "PAGEWRIGHT_DATA";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The chosen folder, else the environment's, else the usual place of the operating system.
     *
     * @param operatingSystem as {@code os.name} tells it
     */
    public static DataFolder of(
            @Nullable Path chosen, Map<String, String> environment, String operatingSystem, Path home) {
        if (chosen != null) {
            return new DataFolder(chosen);
        }
        String set = environment.getOrDefault(VARIABLE, "");
        if (!set.isBlank()) {
            return new DataFolder(Path.of(set));
        }
        return new DataFolder(
                operatingSystem.startsWith("Mac")
                        ? home.resolve("Library/Application Support/pagewright")
                        : home.resolve(".local/share/pagewright"));
    }

    /**
     * Makes the folder where it is missing, and closes it to other users where it is there.
     *
     * @throws CannotStartException where it is somebody else's, or stays open to others
     */
    public void make() throws IOException {
        create(root);
        OwnerOnly.alone(root);
        for (Path folder : new Path[] {run(), logs(), temporary(), blobs()}) {
            create(folder);
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (AccessDeniedException | FileAlreadyExistsException e) {
            throw new CannotStartException("The folder " + folder + " cannot be made; choose another with --data.");
        }
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** What is only of use while a system runs. */
    public Path run() {
        return root.resolve("run");
    }

    public Path lock() {
        return run().resolve("lock");
    }

    public Path record() {
        return run().resolve("system.json");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Of one of the system's processes. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Where heap dumps go that are asked for without a place. */
    public Path heapDumps() {
        return root.resolve("heap-dumps");
    }

    public Path blobs() {
        return root.resolve("blobs");
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path temporary() {
        return root.resolve("tmp");
    }

    /** Copies of originals that the worker keeps; may be emptied at any time. */
    public Path cache() {
        return root.resolve("cache");
    }

    public Path models() {
        return root.resolve("models");
    }

    public Path tessdata() {
        return root.resolve("tessdata");
    }
}
