package dev.pagewright.gateway.rate;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What the replicas have taken of each account's minutes. */
@ApplicationScoped
class RequestWindows implements PanacheRepositoryBase<RequestWindow, RequestWindow.Key> {

    /** @return what is taken of the minute then, on all replicas together */
    Uni<Long> take(String accountId, long minute, long wanted) {
        return getSession().chain(session -> session.createNamedQuery(RequestWindow.TAKE, Long.class)
                .setParameter("account", accountId)
                .setParameter("minute", minute)
                .setParameter("wanted", wanted)
                .getSingleResult());
    }
}
