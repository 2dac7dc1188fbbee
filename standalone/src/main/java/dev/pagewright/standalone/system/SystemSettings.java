package dev.pagewright.standalone.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a system is to run.
 *
 * @param home where the built programs lie
 * @param host address that the gateway listens on
 * @param port of the gateway
 * @param brokerPort of the broker; empty: a free one
 * @param workers pages that are read at once
 * @param heapDumps where a process whose memory is full leaves what was in it, one file a process, never replaced
 * @param idle after so long without a request or an unfinished job it stops by itself
 */
public record SystemSettings(
        DataFolder folder,
        Path home,
        String host,
        int port,
        OptionalInt brokerPort,
        int workers,
        Optional<Path> heapDumps,
        Optional<Duration> idle) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /** Whether programs of other machines can reach the gateway. */
    public boolean open() {
        return !HERE.contains(host);
    }

    /** Whether the gateway listens on every address of this machine. */
    public boolean everywhere() {
        return EVERYWHERE.contains(host);
    }

    /** The gateway as programs of this machine reach it, and people read it. */
    public String url() {
        return "http://%s:%d".formatted(everywhere() || !open() ? "localhost" : named(host), port);
    }

    /** The gateway as the launcher reaches it: a name may stand for other addresses first. */
    String origin() {
        String address = everywhere() || host.equals("localhost") ? "127.0.0.1" : named(host);
        return "http://%s:%d".formatted(address, port);
    }

    private static String named(String address) {
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
