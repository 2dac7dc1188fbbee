package dev.pagewright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.SlowReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams of events in numbers, and what ends them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EventStreamsIT {

    private static final String JOBS = "/api/v1/ocr/";
    private static final String ACCOUNTS = "/api/v1/admin/accounts/";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    EventFeeds feeds;

    @Inject
    EventSettings settings;

    private final List<SlowReader> open = new ArrayList<>();
    private SimulatedWorker worker;

    @BeforeEach
    void aWorkerThatReadsNothingYet() throws IOException {
        worker = SimulatedWorker.start();
        worker.hold();
    }

    @AfterEach
    void endAll() throws IOException {
        worker.goOn();
        for (SlowReader client : open) {
            client.close();
        }
        await().atMost(SOON).until(() -> feeds.open() == 0);
        worker.close();
    }

    @Test
    @DisplayName("as many streams as an account may have look into the database as one, and each gets every page")
    void one_poller_a_job() throws Exception {
        Owner owner = Owner.make();
        String uuid = owner.job(6);
        for (int i = 0; i < settings.perAccount(); i++) {
            follow(uuid, owner.token());
        }
        for (SlowReader client : open) {
            client.line(line -> line.equals("event: job"));
        }

        assertThat(feeds.open()).isEqualTo(1);

        worker.goOn();
        for (SlowReader client : open) {
            assertThat(client.rest().filter(line -> line.equals("event: page"))).hasSize(6);
        }
    }

    @Test
    @DisplayName(
            "one stream more than an account may have is 429 with Retry-After; another account and a place that is free are not")
    void a_cap_an_account() throws Exception {
        Owner owner = Owner.make();
        Owner other = Owner.make();
        String uuid = owner.job(6);
        for (int i = 0; i < settings.perAccount(); i++) {
            follow(uuid, owner.token()).line(line -> line.equals("event: job"));
        }

        SlowReader refused = follow(uuid, owner.token());
        assertThat(refused.line(line -> line.startsWith("HTTP/1.1"))).contains("429");
        assertThat(refused.line(line -> line.toLowerCase(Locale.ROOT).startsWith("retry-after:")))
                .isNotNull();
        assertThat(refused.line(line -> line.isEmpty())).isNotNull();
        assertThat(refused.start()).contains("rate_limited");
        assertThat(follow(other.job(6), other.token()).line(line -> line.startsWith("HTTP/1.1")))
                .contains("200");

        open.getFirst().close();
        await().atMost(SOON).until(() -> follow(uuid, owner.token())
                .line(line -> line.startsWith("HTTP/1.1"))
                .contains("200"));
    }

    enum End {
        REVOKED,
        SUSPENDED,
        EXPIRED
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a stream whose token is no longer valid ends within seconds")
    void a_stream_ends_with_its_token(End end) throws Exception {
        Owner owner = Owner.make();
        String uuid = owner.job(6);
        String wish = end == End.EXPIRED
                ? "{\"name\":\"t\",\"expires_at\":\"%s\"}"
                        .formatted(Instant.now().plusSeconds(5))
                : "{\"name\":\"t\"}";
        Api.Answer made = Api.of(owner.token()).post("/api/v1/account/tokens/", wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        SlowReader client = follow(uuid, made.text("token"));
        client.line(line -> line.equals("event: job"));

        switch (end) {
            case REVOKED -> Api.of(owner.token()).delete("/api/v1/account/tokens/" + made.text("id") + "/");
            case SUSPENDED -> Api.administrator().patch(ACCOUNTS + owner.id() + "/", "{\"status\":\"suspended\"}");
            case EXPIRED -> {}
        }
        long start = System.nanoTime();

        assertThat(client.rest()).noneMatch(line -> line.equals("event: page"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    private SlowReader follow(String uuid, String token) throws IOException {
        SlowReader client = SlowReader.get(JOBS + uuid + "/events/", token);
        open.add(client);
        return client;
    }

    /** An account with a token that may do everything. */
    private record Owner(String id, String token) {

        static Owner make() throws IOException, InterruptedException {
            String id = Api.administrator()
                    .post(ACCOUNTS, "{\"name\":\"follower\",\"plan\":\"internal\"}")
                    .text("id");
            return new Owner(
                    id,
                    Api.administrator().post(ACCOUNTS + id + "/tokens/", "{}").text("token"));
        }

        String job(int pages) throws IOException, InterruptedException {
            return Api.of(token).submit(Form.of(Files.pdf(pages), "a.pdf")).text("uuid");
        }
    }
}
