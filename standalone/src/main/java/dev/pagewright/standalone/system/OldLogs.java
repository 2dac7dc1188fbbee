package dev.pagewright.standalone.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Logs of earlier versions, which wrote a token down where a launcher told its user where the system is. */
final class OldLogs {

    /** A word that somebody has set as a token by hand may stand in a log by chance. */
    private static final int SHORTEST = 16;

    private OldLogs() {}

    /** Takes the tokens out of all logs of the folder. Nobody writes to them now. */
    static void forget(Path logs, Secrets secrets) throws IOException {
        List<String> tokens = Stream.of(secrets.demoToken(), secrets.adminToken(), secrets.serviceToken())
                .filter(token -> token.length() >= SHORTEST)
                .toList();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1); // whatever it holds, it stays the same
                String without = text;
                for (String token : tokens) {
                    without = without.replace(token, "(token)");
                }
                if (!without.equals(text)) {
                    Files.writeString(file, without, StandardCharsets.ISO_8859_1);
                }
            }
        }
    }
}
