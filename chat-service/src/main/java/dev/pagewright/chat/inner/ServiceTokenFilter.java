package dev.pagewright.chat.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.security.ServiceToken;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets services in that show the service token, and nobody else. */
@Singleton
class ServiceTokenFilter {

    private final Provider<ServiceSettings> settings;

    /** @param settings not yet there when filters are made */
    ServiceTokenFilter(Provider<ServiceSettings> settings) {
        this.settings = settings;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable Response check(ContainerRequestContext request) {
        boolean known = ServiceToken.shown(
                request.getHeaderString(HttpHeaders.AUTHORIZATION),
                settings.get().serviceToken());
        return known ? null : Problem.response(ErrorCode.UNAUTHORIZED, "The service token is missing or wrong.");
    }
}
