package dev.pagewright.gateway.access;

import java.util.Set;

/** The account behind a request. */
public record Caller(String accountId, String accountName, String plan, boolean suspended, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
