package dev.pagewright.gateway.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that reads the file that it is shown, and tries to change it, and to leave something beside it. */
public final class ShownFile {

    private ShownFile() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        System.out.print(Files.readString(file).isEmpty() ? "empty" : "read");
        System.out.print(
                fails(() -> Files.writeString(file, "changed"))
                                && fails(() -> Files.writeString(file.resolveSibling("new"), "left"))
                                && fails(() -> Files.delete(file))
                        ? ", not touched"
                        : ", touched");
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static boolean fails(Attempt attempt) {
        try {
            attempt.run();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
