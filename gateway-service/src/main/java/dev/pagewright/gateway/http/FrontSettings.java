package dev.pagewright.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The public door, as HTTP sees it. */
@ConfigMapping(prefix = "pagewright.http")
public interface FrontSettings {

    /**
     * Whether {@code Forwarded} and {@code X-Forwarded-Prefix}, {@code -Proto} and {@code -Host} say how the service is
     * called from outside. Off, because a client can send them too: to be turned on where a proxy sets them all anew.
     */
    @WithDefault("false")
    boolean trustForwarded();

    /** Longest address that is answered, characters. */
    @WithDefault("8192")
    int longestAddress();

    /** Most octets in a request's header fields. */
    @WithDefault("16384")
    int largestHead();

    /** Largest body of a request that is no upload, bytes; what such bodies may hold is bounded further where they are read. */
    @WithDefault("1048576")
    long largestBody();

    /** A connection that has not sent the head of its first request whole by then is closed; TLS is not looked into. */
    @WithDefault("30s")
    Duration firstHead();

    /** A connection that has not sent the head of a further request by then is closed; longer than proxies keep theirs. */
    @WithDefault("75s")
    Duration keepAlive();
}
