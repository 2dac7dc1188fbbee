package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.rate.RequestRates;
import dev.pagewright.gateway.rate.Standing;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account behind a token: {@code Authorization: Bearer}, or {@code api_token}; the header wins (C08). Every
 * answer to an account tells its rate. Blocks now and then; thread-safe.
 */
@ApplicationScoped
public class Access {

    private static final String BEARER = "bearer ";

    private final KnownTokens tokens;
    private final BadTokens bad;
    private final RequestRates rates;
    private final Plans plans;

    Access(KnownTokens tokens, BadTokens bad, RequestRates rates, Plans plans) {
        this.tokens = tokens;
        this.bad = bad;
        this.rates = rates;
        this.plans = plans;
    }

    /**
     * @param scopes one of which is enough
     * @throws dev.pagewright.gateway.http.ProblemException 401, 403, 429
     */
    public Caller require(HttpServerRequest request, Scope... scopes) {
        Caller caller = authenticate(request);
        limit(request, caller.accountId(), plans.of(caller.plan()).requestsPerMinute());
        if (caller.suspended()) {
            throw new Problem(
                            ErrorCode.ACCOUNT_SUSPENDED, "This account is suspended; ask the operator of the service.")
                    .asException();
        }
        if (Arrays.stream(scopes).noneMatch(caller::may)) {
            throw new Problem(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "This token lacks the scope \"%s\"; make one that has it.".formatted(scopes[0].wireName()))
                    .asException();
        }
        return caller;
    }

    /**
     * Whether a caller that was admitted would be admitted now: for what goes on after its request was, such as a
     * stream. False at the latest a second after its token was revoked or has expired, or its account was suspended. Costs
     * a question to the database every half second at most for each token, however many ask.
     */
    public boolean stillAllowed(Caller caller, Scope scope) {
        return tokens.again(caller)
                .filter(now -> !now.suspended() && now.may(scope))
                .isPresent();
    }

    /** Whoever it is, whatever they may do. */
    Caller authenticate(HttpServerRequest request) {
        Optional<String> token = token(request);
        Optional<Caller> caller = token.flatMap(tokens::find);
        if (caller.isEmpty() && token.isPresent()) {
            bad.count(request.remoteAddress());
        }
        return caller.orElseThrow(() -> new Problem(
                        ErrorCode.UNAUTHORIZED,
                        "Send your API token as \"Authorization: Bearer TOKEN\" or as ?api_token=TOKEN; this request has none that is valid.")
                .asException());
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 429 */
    void limit(HttpServerRequest request, String who, int perMinute) {
        Standing standing = rates.take(who, perMinute);
        if (!request.response().headWritten()) { // a client that was given up meanwhile has had its answer
            standing.headers().forEach(request.response()::putHeader);
        }
        if (!standing.admitted()) {
            throw new Problem(
                            ErrorCode.RATE_LIMITED,
                            "These are more than the %d requests a minute that are allowed; go on in %d seconds."
                                    .formatted(standing.limit(), standing.secondsLeft()),
                            Map.of("cap", standing.limit()),
                            Map.of("Retry-After", Long.toString(standing.secondsLeft())))
                    .asException();
        }
    }

    static Optional<String> token(HttpServerRequest request) {
        @Nullable String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
        }
        return Optional.ofNullable(request.getParam("api_token"));
    }
}
