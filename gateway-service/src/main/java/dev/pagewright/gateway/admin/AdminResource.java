package dev.pagewright.gateway.admin;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Administrator;
import dev.pagewright.gateway.access.KnownTokens;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.access.TokenView;
import dev.pagewright.gateway.access.Tokens;
import dev.pagewright.gateway.audit.AuditEntries;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.JsonBody;
import dev.pagewright.gateway.http.ListQuery;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.plan.Plans;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/admin/accounts/}: for the administrator's token alone. */
@Path("/api/v1/admin/accounts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {

    /** One grant's most, credits: large enough for any customer, small enough that no sum of grants overflows. */
    private static final long LARGEST_GRANT = 1_000_000_000;

    private static final Set<String> STATUSES = Set.of("active", "suspended");

    private final Administrator administrator;
    private final Accounts accounts;
    private final LedgerEntries ledger;
    private final AuditEntries audit;
    private final Tokens tokens;
    private final KnownTokens knownTokens;
    private final Plans plans;

    AdminResource(
            Administrator administrator,
            Accounts accounts,
            LedgerEntries ledger,
            AuditEntries audit,
            Tokens tokens,
            KnownTokens knownTokens,
            Plans plans) {
        this.administrator = administrator;
        this.accounts = accounts;
        this.ledger = ledger;
        this.audit = audit;
        this.tokens = tokens;
        this.knownTokens = knownTokens;
        this.plans = plans;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public AccountEntry create(@Context HttpServerRequest request, InputStream body) throws IOException {
        administrator.require(request);
        JsonBody wish = JsonBody.read(body, Set.of("name", "plan"));
        String name = wish.requiredText("name", 200);
        return AccountEntry.of(accounts.create(
                name, wish.choice("plan", plans.byName().keySet()).orElse("free")));
    }

    @GET
    public Listed<AccountEntry> list(@Context HttpServerRequest request, @BeanParam ListQuery query) {
        administrator.require(request);
        Listed<Accounts.Account> found = accounts.list(query.id(), query.limit());
        return new Listed<>(found.items().stream().map(AccountEntry::of).toList(), found.next());
    }

    @GET
    @Path("/{id}")
    public AccountEntry get(@Context HttpServerRequest request, @RestPath String id) {
        administrator.require(request);
        return AccountEntry.of(known(id, accounts::find));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountEntry change(@Context HttpServerRequest request, @RestPath String id, InputStream body)
            throws IOException {
        administrator.require(request);
        JsonBody wish = JsonBody.read(body, Set.of("plan", "status"));
        String plan = wish.choice("plan", plans.byName().keySet()).orElse(null);
        String status = wish.choice("status", STATUSES).orElse(null);
        if (plan == null && status == null) {
            throw JsonBody.invalid("The body names neither \"plan\" nor \"status\"; nothing would change.");
        }
        AccountEntry changed = AccountEntry.of(known(id, account -> accounts.change(account, plan, status)));
        knownTokens.forget();
        return changed;
    }

    @POST
    @Path("/{id}/credits")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public LedgerEntries.Entry grant(@Context HttpServerRequest request, @RestPath String id, InputStream body)
            throws IOException {
        administrator.require(request);
        JsonBody wish = JsonBody.read(body, Set.of("amount", "reason"));
        long amount = wish.requiredWhole("amount", 1, LARGEST_GRANT);
        String reason = wish.requiredText("reason", 200);
        return ledger.one(id, known(id, account -> accounts.grant(account, Math.multiplyExact(amount, 1000L), reason)));
    }

    @GET
    @Path("/{id}/ledger")
    public Listed<LedgerEntries.Entry> ledger(
            @Context HttpServerRequest request, @RestPath String id, @BeanParam ListQuery query) {
        administrator.require(request);
        known(id, accounts::find);
        return ledger.list(id, query.number(), query.limit());
    }

    @GET
    @Path("/{id}/audit")
    public Listed<AuditEntries.Entry> audit(
            @Context HttpServerRequest request, @RestPath String id, @BeanParam ListQuery query) {
        administrator.require(request);
        known(id, accounts::find);
        return audit.list(id, query.number(), query.limit());
    }

    @POST
    @Path("/{id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public TokenView.Made token(@Context HttpServerRequest request, @RestPath String id, InputStream body)
            throws IOException {
        administrator.require(request);
        Tokens.Wish wish = TokenView.wish(body, Scope.wireNames());
        return TokenView.Made.of(known(id, account -> accounts.token(account, wish)));
    }

    @GET
    @Path("/{id}/tokens")
    public Listed<TokenView.Known> tokens(
            @Context HttpServerRequest request, @RestPath String id, @BeanParam ListQuery query) {
        administrator.require(request);
        known(id, accounts::find);
        Listed<Tokens.Known> found = tokens.list(id, query.id(), query.limit());
        return new Listed<>(found.items().stream().map(TokenView.Known::of).toList(), found.next());
    }

    @DELETE
    @Path("/{id}/tokens/{token}")
    public void revoke(@Context HttpServerRequest request, @RestPath String id, @RestPath String token) {
        administrator.require(request);
        if (!Ids.wellFormed(id) || !Ids.wellFormed(token) || !accounts.revoke(id, token)) {
            throw new ProblemException(
                    ErrorCode.NOT_FOUND, "The account has no such token; it may have been revoked before.");
        }
        knownTokens.forget();
    }

    private static <T> T known(String id, Function<String, Optional<T>> question) {
        return (Ids.wellFormed(id) ? question.apply(id) : Optional.<T>empty())
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.NOT_FOUND, "There is no such account; the list has them all."));
    }
}
