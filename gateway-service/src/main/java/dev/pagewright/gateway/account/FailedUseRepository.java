package dev.pagewright.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What of each account's pages failed, by day. */
@ApplicationScoped
public class FailedUseRepository implements PanacheRepositoryBase<FailedUse, FailedUse.Key> {

    /** @param accounts one for each page, in the transaction that says so */
    public Uni<Void> count(List<String> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return getSession().chain(session -> session.createNamedQuery(FailedUse.COUNT)
                .setParameter("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .setParameter("accounts", accounts.toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid());
    }
}
