package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.RawClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that say nothing, or not enough, are closed; those that are busy are not. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImpatientProfile.class)
class ConnectionsIT {

    private static final String REQUEST = "GET /api/v1/capabilities/ HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /api/v1/capabilities/ HTTP/1.1",
                "GET /api/v1/capabilities/ HTTP/1.1\r\nHost: x\r\n",
                "\r\n",
                "PRI * HTTP/2.0\r\n"
            })
    @DisplayName("without a whole head: closed in time, as many as there are")
    void a_head_comes_in_time(String begin) throws Exception {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            RawClient client = RawClient.connect(Duration.ofSeconds(20));
            client.send(begin);
            clients.add(client);
        }
        assertThat(Api.nobody().get("/api/v1/capabilities/").status()).isEqualTo(200);
        for (RawClient client : clients) {
            assertThat(client.closed()).isTrue();
            client.close();
        }
    }

    @Test
    @DisplayName("however its octets drip")
    void a_dripping_head_is_given_up() throws Exception {
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                RawClient client = RawClient.connect(Duration.ofSeconds(20))) {
            client.send("GET /api/v1/capabilities/ HTTP/1.1\r\n");
            var dripping = clock.scheduleAtFixedRate(() -> drip(client), 0, 50, TimeUnit.MILLISECONDS);
            assertThat(client.closed()).isTrue();
            dripping.cancel(true);
        }
    }

    @Test
    @DisplayName("after an answer too, but not within the time")
    void a_further_head_comes_in_time() throws Exception {
        try (RawClient client = RawClient.connect(Duration.ofSeconds(20))) {
            for (int i = 0; i < 3; i++) {
                client.send(REQUEST);
                assertThat(client.answer().status()).isEqualTo(200);
            }
            client.send("GET /api/v1/capa");
            assertThat(client.closed()).isTrue();
        }
    }

    private static void drip(RawClient client) {
        try {
            client.send("X: y\r\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // ends the schedule
        }
    }
}
