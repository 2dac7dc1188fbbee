package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.DataFolder;
import java.nio.file.Path;
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

    /** As the shell knows it: Java asks the user database instead. */
    private static Path home() {
        String home = System.getenv().getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
    }
}
