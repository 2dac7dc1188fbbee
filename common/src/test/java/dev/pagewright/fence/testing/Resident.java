package dev.pagewright.fence.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A process that does what an honest one does; exits with 0 where all of it works, and prints what it has open. */
public final class Resident {

    private Resident() {}

    /** @param arguments a file to read, a folder to write to */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        Path own = Path.of(arguments[1]);
        if (!Files.readString(file).equals("given") || new SecureRandom().nextLong() == 0) {
            throw new IOException("what is given cannot be read");
        }
        Path made =
                Files.writeString(Files.createDirectory(own.resolve("folder")).resolve("made"), "mine");
        Files.writeString(made, "mine again");
        Path moved = Files.move(made, made.resolveSibling("moved"), StandardCopyOption.ATOMIC_MOVE);
        Files.createLink(own.resolve("folder/link"), moved);
        Files.createSymbolicLink(own.resolve("folder/soft"), moved);
        Files.delete(moved);
        System.out.println(ZonedDateTime.now(ZoneId.systemDefault()));
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", "exit 0").inheritIO().start();
        if (shell.waitFor() != 0) {
            throw new IOException("no shell");
        }
        Intruder.openFiles().forEach(System.out::println);
        System.getenv().keySet().forEach(name -> System.out.println("environment " + name));
    }
}
