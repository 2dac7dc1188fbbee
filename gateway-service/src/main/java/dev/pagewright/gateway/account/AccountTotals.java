package dev.pagewright.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The sums of accounts. */
@ApplicationScoped
class AccountTotals implements PanacheRepositoryBase<AccountTotal, String> {

    Uni<AccountTotal.Used> used(String accountId, LocalDate today) {
        return getSession().chain(session -> session.createNamedQuery(AccountTotal.USED, AccountTotal.Used.class)
                .setParameter("account", accountId)
                .setParameter("today", today)
                .setParameter("month", today.withDayOfMonth(1))
                .getSingleResult());
    }
}
