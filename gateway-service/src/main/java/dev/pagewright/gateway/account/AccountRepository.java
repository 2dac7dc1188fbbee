package dev.pagewright.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts as entities. */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<Account, String> {

    /** Which of them are active. */
    public Uni<Set<String>> active(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return list("id in ?1 and status = ?2", ids, Account.Status.ACTIVE)
                .map(accounts -> accounts.stream().map(Account::id).collect(Collectors.toUnmodifiableSet()));
    }
}
