package dev.pagewright.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret by which services know each other. */
public final class ServiceToken {

    private static final String BEARER = "Bearer ";

    private ServiceToken() {}

    /**
     * Whether a request shows the token; takes as long for one that is nearly right as for any other.
     *
     * @param authorization the header of that name (RFC 6750), null where there is none
     */
    public static boolean shown(@Nullable String authorization, String token) {
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
