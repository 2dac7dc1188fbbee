package dev.pagewright.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** How many chat messages each account has sent, by day. */
@ApplicationScoped
class ChatUses implements PanacheRepositoryBase<ChatUse, ChatUse.Key> {

    /** @return whether one more was left */
    Uni<Boolean> take(String accountId, LocalDate day, long cap) {
        return getSession().chain(session -> session.createNamedQuery(ChatUse.TAKE, Long.class)
                .setParameter("account", accountId)
                .setParameter("day", day)
                .setParameter("cap", cap)
                .getResultList()
                .map(taken -> !taken.isEmpty()));
    }

    Uni<Integer> giveBack(String accountId, LocalDate day) {
        return update("messages = messages - 1 where accountId = ?1 and day = ?2 and messages > 0", accountId, day);
    }
}
