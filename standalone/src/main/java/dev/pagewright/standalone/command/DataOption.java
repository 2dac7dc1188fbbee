package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.RunningSystem;
import dev.pagewright.standalone.system.SystemRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which system is meant: one runs on one data folder. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data (default: $PAGEWRIGHT_DATA, else the usual place of this system).")
    private @Nullable Path directory;

    DataFolder folder() {
        return DataFolder.of(directory, System.getenv(), System.getProperty("os.name"), home());
    }

    /** The systems that are meant by a command on what runs: the named one, else all that this user has. */
    List<DataFolder> running() throws IOException {
        DataFolder usual = folder();
        if (directory != null
                || !System.getenv().getOrDefault(DataFolder.VARIABLE, "").isBlank()) {
            return List.of(usual);
        }
        List<DataFolder> alive = new ArrayList<>(registry().alive());
        if (!alive.contains(usual) && RunningSystem.find(usual).isPresent()) {
            alive.addFirst(usual); // of a version that told nobody
        }
        return alive.isEmpty() ? List.of(usual) : alive;
    }

    /**
     * The one system that runs, wherever it is; the usual folder where none does.
     *
     * @throws CannotStartException naming them, where there are several
     */
    DataFolder theRunningOne() throws IOException {
        List<DataFolder> running = running();
        if (running.size() > 1) {
            throw new CannotStartException("Several systems run; choose one with --data: "
                    + running.stream().map(folder -> folder.root().toString()).collect(Collectors.joining(", ")) + ".");
        }
        return running.getFirst();
    }

    static SystemRegistry registry() {
        return SystemRegistry.of(System.getenv(), System.getProperty("os.name"), home());
    }

    /** As the shell knows it: Java asks the user database instead. */
    private static Path home() {
        String home = System.getenv().getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
    }
}
