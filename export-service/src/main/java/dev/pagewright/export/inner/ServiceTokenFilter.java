package dev.pagewright.export.inner;

import dev.pagewright.error.ErrorCode;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets services in that show the service token, and nobody else. */
@Singleton
class ServiceTokenFilter {

    private static final String BEARER = "Bearer ";

    private final Provider<ServiceSettings> settings;

    /** @param settings not yet there when filters are made */
    ServiceTokenFilter(Provider<ServiceSettings> settings) {
        this.settings = settings;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable Response check(ContainerRequestContext request) {
        byte[] token = settings.get().serviceToken().getBytes(StandardCharsets.UTF_8);
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean known = header != null
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        token, header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
        return known ? null : Problem.response(ErrorCode.UNAUTHORIZED, "The service token is missing or wrong.");
    }
}
