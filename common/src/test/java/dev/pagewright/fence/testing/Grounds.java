package dev.pagewright.fence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies outside the fence, made for one {@link Intruder}: a file a breach, a process, an open port. */
public final class Grounds implements AutoCloseable {

    /** In the content of every file outside, and in the environment of the process. */
    public static final String SECRET = "a-secret-of-others";

    private final Path outside;
    private final Process victim;
    private final ServerSocket port;

    private Grounds(Path outside, Process victim, ServerSocket port) {
        this.outside = outside;
        this.victim = victim;
        this.port = port;
    }

    /** @param outside a folder that is made */
    public static Grounds in(Path outside) {
        try {
            Files.createDirectory(outside);
            for (Breach breach : Breach.values()) {
                Files.writeString(breach.file(outside), SECRET);
            }
            var builder = new ProcessBuilder("sleep", "600");
            builder.environment().put("SECRET", SECRET);
            builder.redirectInput(Breach.FILES_OF_OTHERS.file(outside).toFile());
            return new Grounds(outside, builder.start(), new ServerSocket(0, 9, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@link Intruder#main}. */
    public List<String> arguments() {
        return List.of(outside.toString(), Long.toString(victim.pid()), Integer.toString(port.getLocalPort()));
    }

    public int port() {
        return port.getLocalPort();
    }

    public boolean victimLives() {
        return victim.isAlive();
    }

    /** @param said what an intruder printed */
    public static Set<Breach> breaches(String said) {
        return Stream.of(said.split("\\s+"))
                .filter(word -> word.endsWith("=true"))
                .map(word -> Breach.valueOf(word.substring(0, word.indexOf('='))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Breach.class)));
    }

    @Override
    public void close() {
        victim.destroyForcibly();
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
