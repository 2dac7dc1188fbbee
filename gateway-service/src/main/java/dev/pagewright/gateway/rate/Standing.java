package dev.pagewright.gateway.rate;

import java.util.Map;

/**
 * Where an account stands after a request, as the IETF fields {@code RateLimit} and {@code RateLimit-Policy} tell it
 * (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param limit requests a minute
 * @param left as far as this replica knows
 * @param secondsLeft until counting starts anew, at least 1
 */
public record Standing(boolean admitted, long limit, long left, long secondsLeft) {

    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy", "\"requests\";q=%d;w=60".formatted(limit),
                "RateLimit", "\"requests\";r=%d;t=%d".formatted(left, secondsLeft));
    }
}
