package dev.pagewright.gateway.access;

import java.util.Set;

/**
 * The account behind a request.
 *
 * @param tokenId of the token that it was found by
 */
public record Caller(
        String accountId, String accountName, String plan, boolean suspended, String tokenId, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope.wireName());
    }

    /** Who is acting, for the audit. */
    public String actor() {
        return "token " + tokenId;
    }
}
