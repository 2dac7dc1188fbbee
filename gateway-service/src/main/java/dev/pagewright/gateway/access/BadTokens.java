package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests with a token that is none, by the address they come from. The address is that of the connection,
 * or the forwarded one where the operator has told Quarkus to trust a proxy. Thread-safe.
 */
@ApplicationScoped
class BadTokens {

    /** Addresses that are remembered at most; beyond it those of past minutes are forgotten, then all. */
    private static final int MOST = 50_000;

    private static final int SITE_BYTES = 8; // an IPv6 customer has a /64 at least

    private record Count(long minute, int requests) {

        Count next(long now) {
            return minute == now ? new Count(now, requests + 1) : new Count(now, 1);
        }
    }

    private final AccessSettings settings;
    private final Clock clock;
    private final Map<String, Count> addresses = new ConcurrentHashMap<>();

    BadTokens(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 429 where there were too many in this minute */
    void count(@Nullable SocketAddress address) {
        long second = clock.instant().getEpochSecond();
        long minute = second / 60;
        if (addresses.size() >= MOST) {
            addresses.values().removeIf(count -> count.minute() < minute);
            if (addresses.size() >= MOST) {
                addresses.clear();
            }
        }
        Count count = addresses.merge(site(address), new Count(minute, 1), (before, one) -> before.next(minute));
        if (count.requests() > settings.badTokensPerMinute()) {
            long left = 60 - second % 60;
            throw new Problem(
                            ErrorCode.RATE_LIMITED,
                            "Too many requests with tokens that are not valid came from this address; check the token, and go on in %d seconds. A valid one is served at once."
                                    .formatted(left),
                            Map.of("cap", settings.badTokensPerMinute()),
                            Map.of("Retry-After", Long.toString(left)))
                    .asException();
        }
    }

    static String site(@Nullable SocketAddress address) {
        String host = address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null) {
            return host.substring(0, Math.min(host.length(), 64)); // what a proxy wrote, which need be no address
        }
        return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, SITE_BYTES));
    }
}
