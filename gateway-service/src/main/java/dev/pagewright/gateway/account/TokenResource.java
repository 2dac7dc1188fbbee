package dev.pagewright.gateway.account;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.KnownTokens;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.access.TokenView;
import dev.pagewright.gateway.access.Tokens;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.ListQuery;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's tokens: with the scope {@code tokens} they are made and revoked, with it or {@code read} listed. */
@Path("/api/v1/account/tokens")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    private final CurrentCaller current;
    private final Tokens tokens;
    private final KnownTokens known;

    TokenResource(CurrentCaller current, Tokens tokens, KnownTokens known) {
        this.current = current;
        this.tokens = tokens;
        this.known = known;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public TokenView.Made make(InputStream body) throws IOException {
        Caller caller = current.require(Scope.TOKENS);
        Tokens.Wish wish = TokenView.wish(body, inherited(caller));
        return TokenView.Made.of(tokens.make(caller, wish));
    }

    @GET
    public Listed<TokenView.Known> list(@BeanParam ListQuery query) {
        Caller caller = current.require(Scope.READ, Scope.TOKENS);
        Listed<Tokens.Known> found = tokens.list(caller.accountId(), query.id(), query.limit());
        return new Listed<>(found.items().stream().map(TokenView.Known::of).toList(), found.next());
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@RestPath String id) {
        Caller caller = current.require(Scope.values()); // any token may end itself
        Tokens.Known token = (Ids.wellFormed(id) ? tokens.find(caller.accountId(), id) : Optional.<Tokens.Known>empty())
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND, "The account has no such token; it may have been revoked before."));
        tokens.revoke(caller, token);
        known.forget();
    }

    /** What a token gets where none is asked for: all that its maker has but the making of tokens. */
    private static Set<String> inherited(Caller caller) {
        Set<String> scopes = new HashSet<>(caller.scopes());
        scopes.remove(Scope.TOKENS.wireName());
        return scopes.isEmpty() ? caller.scopes() : scopes;
    }
}
