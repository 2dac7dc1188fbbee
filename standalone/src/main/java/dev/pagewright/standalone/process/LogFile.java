package dev.pagewright.standalone.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log that a child appends to by itself, so that it goes on when its launcher dies. Bounded: a full one is copied
 * aside and emptied under its writer, who appends and so never notices; a line may be lost at that moment.
 */
public record LogFile(Path path) {

    private static final long LIMIT = 16 << 20;

    /** Where the last full one is. */
    public Path older() {
        return path.resolveSibling(path.getFileName() + ".1");
    }

    /** Empties the log if it is full. */
    public void bound() throws IOException {
        if (Files.exists(path) && Files.size(path) > LIMIT) {
            Files.copy(path, older(), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel log = FileChannel.open(path, StandardOpenOption.WRITE)) {
                log.truncate(0);
            }
        }
    }
}
