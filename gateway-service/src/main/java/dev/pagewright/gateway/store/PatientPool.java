package dev.pagewright.gateway.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The pool of database connections, with limits that the framework's own settings do not have. */
@Singleton
class PatientPool implements PgPoolCreator {

    private final ConnectionSettings settings;

    PatientPool(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        for (PgConnectOptions server : servers) {
            server.setConnectTimeout(Math.toIntExact(settings.connect().toMillis()));
            server.setTcpKeepAlive(true);
            server.setIdleTimeout(Math.toIntExact(settings.silent().toMillis()));
            server.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        }
        PoolOptions pool = input.poolOptions();
        pool.setConnectionTimeout(Math.toIntExact(settings.free().toMillis()));
        pool.setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(inTurn(servers))
                .using(input.vertx())
                .build();
    }

    /** Several servers of one address each take their part of the connections. */
    private static Supplier<Future<SqlConnectOptions>> inTurn(List<PgConnectOptions> servers) {
        AtomicInteger next = new AtomicInteger();
        return () -> Future.succeededFuture(servers.get(Math.floorMod(next.getAndIncrement(), servers.size())));
    }
}
