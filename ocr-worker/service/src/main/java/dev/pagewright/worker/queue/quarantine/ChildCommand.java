package dev.pagewright.worker.queue.quarantine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that starts a quarantine process: the same Java, the same classes, other limits. */
public final class ChildCommand {

    private static final String RUNNER = "quarkus-run.jar";

    private ChildCommand() {}

    /**
     * @param main class to run
     * @param heapMegabytes its heap
     * @param addressSpaceMegabytes all its memory, where the system's shell can limit it (Linux); 0: no limit
     */
    public static List<String> of(String main, int heapMegabytes, int addressSpaceMegabytes) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.add("-Xmx" + heapMegabytes + "m");
        java.add("-XX:+UseSerialGC");
        java.add("-XX:TieredStopAtLevel=1");
        java.add("-XX:+ExitOnOutOfMemoryError");
        java.add("-Djava.awt.headless=true");
        java.add("-XX:-UsePerfData");
        for (String place : List.of("java.io.tmpdir", "jna.tmpdir", "user.home")) {
            java.add("-D" + place + "=."); // its folder, which goes with it
        }
        java.add(
                "-Dpdfbox.fontcache=" + System.getProperty("user.home")); // what the worker found of the system's fonts
        java.add("--enable-native-access=ALL-UNNAMED");
        java.add("-cp");
        java.add(classPath(System.getProperty("java.class.path")));
        java.add(main);
        Path shell = Path.of("/bin/sh");
        boolean limited = addressSpaceMegabytes > 0
                && System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                && Files.isExecutable(shell);
        if (!limited) {
            return java;
        }
        List<String> command = new ArrayList<>(List.of(
                shell.toString(),
                "-c",
                "umask 077; ulimit -c 0; ulimit -v " + (addressSpaceMegabytes * 1024L) + "; exec \"$@\"",
                "quarantine"));
        command.addAll(java);
        return command;
    }

    /** The class path of such a command. */
    static String classPath(List<String> command) {
        return command.get(command.indexOf("-cp") + 1);
    }

    /** A packaged service starts from a small jar whose loader knows the others; a plain process names them itself. */
    static String classPath(String ofThisProcess) {
        Path first = Path.of(ofThisProcess.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        if (!first.endsWith(RUNNER)) {
            return Stream.of(ofThisProcess.split(File.pathSeparator, -1)) // it works in another folder
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return String.join(
                File.pathSeparator,
                first.resolveSibling("app") + "/*",
                first.resolveSibling("lib/boot") + "/*",
                first.resolveSibling("lib/main") + "/*");
    }
}
