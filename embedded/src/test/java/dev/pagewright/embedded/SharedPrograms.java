package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all tests of a machine: that takes longer than to start them. */
final class SharedPrograms {

    private SharedPrograms() {}

    /** @param directory of a database that has not been started yet */
    static void in(Path directory) throws IOException {
        Path shared = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "pagewright-postgresql"));
        Files.createSymbolicLink(directory.resolve("programs"), shared);
    }
}
