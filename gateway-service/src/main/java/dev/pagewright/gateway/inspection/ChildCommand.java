package dev.pagewright.gateway.inspection;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command that starts an inspection process: the same Java, this service's classes and the parsers, no more. */
final class ChildCommand {

    private static final String RUNNER = "quarkus-run.jar";

    /** Of a hundred archives, those that parsing needs: each costs time to search and memory to keep open. */
    private static final Pattern PARSERS = Pattern.compile("(org\\.apache\\.pdfbox\\.)?(pdfbox|pdfbox-io|fontbox)-\\d.*"
            + "|(com\\.twelvemonkeys\\.\\w+\\.)?(imageio-\\w+|common-(io|lang|image))-\\d.*"
            + "|(dev\\.pagewright\\.)?(common|gateway-service)-\\d.*"
            + "|(org\\.jboss\\.logging\\.)?(commons-logging-)?jboss-logging-\\d.*"
            + "|(org\\.jspecify\\.)?jspecify-\\d.*");

    /** Of the environment, what Java goes by: a file that takes the process over finds no secrets there. */
    static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

    private ChildCommand() {}

    /**
     * @param heap megabytes
     * @param main class to run
     */
    static List<String> of(int heap, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms8m",
                "-Xmx" + heap + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // the output is for answers
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dorg.jboss.logging.provider=jdk",
                "-cp",
                classPath(System.getProperty("java.class.path")),
                main);
    }

    /** A packaged service starts from a small jar whose loader knows the others; a plain process names them itself. */
    static String classPath(String ofThisProcess) {
        String[] entries = ofThisProcess.split(File.pathSeparator);
        Path first = Path.of(entries[0]).toAbsolutePath();
        List<Path> needed = new ArrayList<>();
        if (first.endsWith(RUNNER)) {
            for (String folder : List.of("app", "lib/boot", "lib/main")) {
                needed.addAll(archives(first.resolveSibling(folder)));
            }
        } else {
            Stream.of(entries).map(Path::of).map(Path::toAbsolutePath).forEach(needed::add); // it works elsewhere
        }
        return String.join(
                File.pathSeparator,
                needed.stream()
                        .filter(entry -> Files.isDirectory(entry)
                                || PARSERS.matcher(entry.getFileName().toString())
                                        .matches())
                        .map(Path::toString)
                        .toList());
    }

    private static List<Path> archives(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the service's own classes are not where they were", e);
        }
    }
}
