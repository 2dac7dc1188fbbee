package dev.pagewright.fence.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that tries every {@link Breach} and tells which of them lead out, from the folder that it works in. */
public final class Intruder {

    private Intruder() {}

    /** @param arguments of {@link Grounds#arguments} */
    public static void main(String[] arguments) {
        System.out.println(report(List.of(arguments)));
    }

    /** A line a breach. */
    public static String report(List<String> arguments) {
        Path outside = Path.of(arguments.get(0));
        long victim = Long.parseLong(arguments.get(1));
        int port = Integer.parseInt(arguments.get(2));
        Path own = Path.of("").toAbsolutePath();
        return Arrays.stream(Breach.values())
                .map(breach -> breach + "=" + breach.leadsOut(outside, own, victim, port))
                .collect(Collectors.joining("\n"));
    }

    /** Places of the files that are open in this process beyond its standard streams. */
    public static List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(each -> Integer.parseInt(each.getFileName().toString()) > 2)
                    .flatMap(Intruder::target)
                    .toList();
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Stream.of(); // closed meanwhile: the one that lists
        }
    }
}
