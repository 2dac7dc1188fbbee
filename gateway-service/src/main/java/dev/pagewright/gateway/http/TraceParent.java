package dev.pagewright.gateway.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a request belongs to (W3C Trace Context, {@code traceparent}). */
public final class TraceParent {

    /** A version that is not ff, two ids of which neither is all zeros, flags; nothing behind them. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /**
     * The trace to go on with.
     *
     * @param field what the client sent, null for nothing
     * @return what was sent where it is well-formed, else a trace that begins here
     */
    public static String of(@Nullable String field) {
        return field != null && WELL_FORMED.matcher(field).matches() ? field : begun();
    }

    private static String begun() {
        return "00-%s-%s-00".formatted(id() + id(), id());
    }

    private static String id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long id = random.nextLong();
        while (id == 0) {
            id = random.nextLong();
        }
        return HexFormat.of().toHexDigits(id);
    }
}
