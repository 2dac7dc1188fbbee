package dev.pagewright.gateway.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one bridge from threads that may block (loops, consumers of topics, requests on workers and virtual threads) to
 * Hibernate's sessions, which live on event loops: the work is composed of {@link Uni}s and runs there, the thread waits
 * for all of it once. Code that returns a {@link Uni} uses {@link Panache} itself. Never to be called on an event loop.
 * Thread-safe.
 */
@ApplicationScoped
public class Sessions {

    /** Longer than a connection may be silent ({@link ConnectionSettings#silent()}): the database's answer comes first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 4;

    private final Vertx vertx;

    Sessions(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs the work in one transaction: committed when it succeeds, rolled back when it fails. A transaction that the
     * server gives up, because two wait for each other, is run again: the work is asked for anew.
     */
    public <T> T inTransaction(Supplier<Uni<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return await(() -> Panache.withTransaction(work));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS
                        || !SqlState.of(e).filter(DEADLOCK::equals).isPresent()) {
                    throw e;
                }
            }
        }
    }

    /** For questions, and statements that are each their own transaction. */
    public <T> T withoutTransaction(Supplier<Uni<T>> work) {
        return await(() -> Panache.withSession(work));
    }

    /** Whether the transaction that is open on this context now holds the advisory lock; it ends with it. */
    public static Uni<Boolean> tryLock(long lock) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select cast(function('pg_try_advisory_xact_lock', :lock) as Boolean)", Boolean.class)
                .setParameter("lock", lock)
                .getSingleResult());
    }

    private <T> T await(Supplier<Uni<T>> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom()
                .<T>emitter(answer -> context.runOnContext(ignored ->
                        Uni.createFrom().deferred(work::get).subscribe().with(answer::complete, answer::fail)))
                .await()
                .atMost(PATIENCE);
    }
}
