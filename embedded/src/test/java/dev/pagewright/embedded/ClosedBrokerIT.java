package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks everybody for a password. */
class ClosedBrokerIT {

    private static final BrokerLogins LOGINS = BrokerLogins.generate(new SecureRandom());

    @TempDir
    Path directory;

    private List<Integer> ports;

    @BeforeEach
    void findPorts() {
        ports = FreePorts.find(2);
    }

    private @Nullable EmbeddedBroker broker;

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void services_come_in_and_strangers_do_not() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("broker"), ports.get(0), ports.get(1), LOGINS);

        for (Login login : LOGINS.services()) {
            assertThat(topics(scram(login))).isEmpty();
        }
        for (Map<String, Object> stranger : strangers().toList()) {
            assertThatThrownBy(() -> topics(stranger)).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
        // who does not speak of passwords at all gets no answer
        assertThatThrownBy(() -> topics(Map.of())).isNotNull();
    }

    @Test
    void a_log_from_before_there_were_users_is_closed_and_keeps_its_topics() throws Exception {
        Path log = directory.resolve("broker");
        try (EmbeddedBroker open = EmbeddedBroker.start(log, ports.get(0), ports.get(1));
                Admin admin = Admin.create(Map.of("bootstrap.servers", open.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("from.before", 1, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        assertThat(EmbeddedBroker.closed(log)).isFalse();

        broker = EmbeddedBroker.start(log, ports.get(0), ports.get(1), LOGINS);

        assertThat(EmbeddedBroker.closed(log)).isTrue();
        for (Login login : LOGINS.services()) {
            assertThat(topics(scram(login))).containsExactly("from.before");
        }
    }

    @Test
    void other_passwords_take_the_place_of_the_first_ones() throws Exception {
        Path log = directory.resolve("broker");
        EmbeddedBroker.start(log, ports.get(0), ports.get(1), BrokerLogins.generate(new SecureRandom()))
                .close();

        broker = EmbeddedBroker.start(log, ports.get(0), ports.get(1), LOGINS);

        assertThat(topics(scram(LOGINS.gateway()))).isEmpty();
    }

    private static Stream<Map<String, Object>> strangers() {
        return Stream.of(
                scram(new Login("gateway", "guessed")),
                scram(new Login("gateway", LOGINS.worker().password())),
                scram(new Login("nobody", "guessed")),
                plain(LOGINS.gateway()),
                plain(new Login("broker", "guessed")));
    }

    private Set<String> topics(Map<String, Object> access) throws Exception {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.get(0));
        settings.put("default.api.timeout.ms", 20_000);
        settings.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }

    private static Map<String, Object> scram(Login login) {
        return access("SCRAM-SHA-512", "scram.ScramLoginModule", login);
    }

    private static Map<String, Object> plain(Login login) {
        return access("PLAIN", "plain.PlainLoginModule", login);
    }

    private static Map<String, Object> access(String mechanism, String module, Login login) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, login.user(), login.password()));
    }
}
