package dev.pagewright.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientPoolTest {

    private record Settings(Duration connect, Duration free, Duration silent) implements ConnectionSettings {}

    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_server_that_takes_connections_and_says_nothing_holds_nobody() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Pool pool = pool(mute.getLocalPort());

            assertThatThrownBy(() -> pool.getConnection()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);

            try (Socket client = mute.accept()) {
                client.setSoTimeout(20_000);
                assertThat(readToEnd(client))
                        .as("the silent connection is dropped")
                        .isTrue();
            }
        }
    }

    private Pool pool(int port) {
        PgConnectOptions server = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase("postgres")
                .setUser("nobody")
                .setPassword("");
        return new PatientPool(new Settings(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .create(new Input(vertx, new PoolOptions().setMaxSize(2), List.of(server)));
    }

    private static boolean readToEnd(Socket client) throws IOException {
        client.getInputStream().readAllBytes();
        return true;
    }
}
