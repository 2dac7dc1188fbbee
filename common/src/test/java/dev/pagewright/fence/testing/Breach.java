package dev.pagewright.fence.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A way out of a fence. Each has a file of its own outside, named after it. */
public enum Breach {
    READ(1, way -> holdsSecret(way.file())),
    READ_BY_DETOUR(
            1,
            way -> holdsSecret(way.file()
                    .resolveSibling("..")
                    .resolve(way.outside().getFileName())
                    .resolve(way.file().getFileName()))),
    READ_THROUGH_LINK(1, way -> holdsSecret(Files.createSymbolicLink(way.own("link"), way.file()))),
    READ_THROUGH_HARD_LINK(1, way -> holdsSecret(Files.createLink(way.own("hard"), way.file()))),
    READ_THROUGH_ROOT(1, way -> holdsSecret(Path.of("/proc/self/root" + way.file()))),
    READ_BY_CHILD(1, way -> run("/bin/cat", way.file().toString())),
    LIST(1, way -> lists(way.outside())),
    LIST_ABOVE(1, way -> lists(way.outside().resolveSibling(""))),
    LIST_ETC(1, way -> lists(Path.of("/etc"))),
    LIST_ROOT(1, way -> lists(Path.of("/"))),
    APPEND(1, way -> Files.writeString(way.file(), "x", StandardOpenOption.APPEND) != null),
    OVERWRITE(1, way -> Files.writeString(way.file(), "x") != null),
    CREATE(1, way -> Files.writeString(way.beside(), "x") != null),
    MAKE_FOLDER(1, way -> Files.createDirectory(way.beside()) != null),
    MAKE_LINK(1, way -> Files.createSymbolicLink(way.beside(), way.outside()) != null),
    DELETE(1, way -> Files.deleteIfExists(way.file())),
    MOVE_IN(1, way -> Files.move(way.file(), way.own("moved"), StandardCopyOption.ATOMIC_MOVE) != null),
    MOVE_OUT(1, way -> Files.move(way.made("made"), way.beside(), StandardCopyOption.ATOMIC_MOVE) != null),
    START_OWN_PROGRAM(1, way -> startsOwnProgram(way.made("program"))),
    ENVIRONMENT_OF_OTHERS(1, way -> Files.readString(way.process("environ")).contains(Grounds.SECRET)),
    MEMORY_OF_OTHERS(1, way -> !Files.readString(way.process("maps")).isEmpty()),
    FILES_OF_OTHERS(1, way -> holdsSecret(way.process("fd/0"))),
    ROOT_OF_OTHERS(
            1, way -> holdsSecret(Path.of(way.process("root") + way.file().toString()))),
    CONNECT(4, way -> connects(way.port())),
    LISTEN(4, way -> listens()),
    SIGNAL(6, way -> ProcessHandle.of(way.victim()).orElseThrow().destroyForcibly());

    /** The first version of Landlock's interface that closes it. */
    private final int closedSince;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Try attempt;

    Breach(int closedSince, Try attempt) {
        this.closedSince = closedSince;
        this.attempt = attempt;
    }

    public boolean closedBy(int abi) {
        return abi >= closedSince;
    }

    Path file(Path outside) {
        return outside.resolve(name());
    }

    /** Whether it leads out. */
    boolean leadsOut(Path outside, Path own, long victim, int port) {
        try {
            return attempt.made(new Way(this, outside, own, victim, port));
        } catch (IOException e) {
            return false;
        }
    }

    private interface Try {
        boolean made(Way way) throws IOException;
    }

    private record Way(Breach breach, Path outside, Path ownFolder, long victim, int port) {

        Path file() {
            return breach.file(outside);
        }

        /** Not there yet. */
        Path beside() {
            return outside.resolve(breach + "-new");
        }

        Path own(String name) {
            return ownFolder.resolve(name);
        }

        Path made(String name) throws IOException {
            return Files.writeString(own(name), "#!/bin/sh\nexit 0\n");
        }

        Path process(String name) {
            return Path.of("/proc", Long.toString(victim), name);
        }
    }

    private static boolean holdsSecret(Path file) throws IOException {
        return Files.readString(file).contains(Grounds.SECRET);
    }

    private static boolean lists(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static boolean startsOwnProgram(Path program) throws IOException {
        return program.toFile().setExecutable(true) && run(program.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean connects(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private static boolean listens() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.isBound();
        }
    }
}
