package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.security.TokenText;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Admits who has the administrator's token, which the operator sets; where none is set, nobody is. An account's token
 * does not do: 403.
 */
@ApplicationScoped
public class Administrator {

    private static final int REQUESTS_PER_MINUTE = 60_000;

    private final Access access;
    private final Optional<byte[]> hash;

    Administrator(Access access, @ConfigProperty(name = "pagewright.admin-token") Optional<String> token) {
        this.access = access;
        this.hash = token.filter(secret -> !secret.isBlank()).map(TokenText::hash);
    }

    /** @throws ProblemException 401, 403, 429 */
    public void require(HttpServerRequest request) {
        Optional<byte[]> sent = Access.token(request).map(TokenText::hash);
        boolean administrator = hash.isPresent() && sent.isPresent() && MessageDigest.isEqual(hash.get(), sent.get());
        if (!administrator) {
            access.authenticate(request);
            throw new ProblemException(
                    ErrorCode.FORBIDDEN, "This address is the administrator's; an account's token does not do here.");
        }
        access.limit(request, "administrator", REQUESTS_PER_MINUTE);
    }
}
