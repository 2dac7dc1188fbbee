package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.event.BrokerRights;
import dev.pagewright.event.Topics;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks everybody for a password. */
@Tag("slow")
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

    /** Each service at each topic and group of the product: what it does it may do, and nothing else. */
    @Test
    void a_service_may_do_what_is_its_own_and_nothing_else_and_strangers_nothing() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("broker"), ports.get(0), ports.get(1), LOGINS);
        for (Map<String, Object> stranger : strangers().toList()) {
            assertThatThrownBy(() -> topics(stranger)).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
        // who does not speak of passwords at all gets no answer
        assertThatThrownBy(() -> topics(Map.of())).isNotNull();
        try (Admin gateway = admin(scram(LOGINS.gateway()))) {
            gateway.createTopics(Topics.all().stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get(60, TimeUnit.SECONDS);
            for (String lane : Topics.lanes()) { // what was sent before a worker came
                gateway.incrementalAlterConfigs(Map.of(
                                new ConfigResource(ConfigResource.Type.GROUP, Topics.shareGroup(lane)),
                                List.of(new AlterConfigOp(
                                        new ConfigEntry("share.auto.offset.reset", "earliest"),
                                        AlterConfigOp.OpType.SET))))
                        .all()
                        .get(60, TimeUnit.SECONDS);
            }
        }
        for (Login login : LOGINS.clients()) {
            BrokerRights rights = BrokerRights.all().stream()
                    .filter(each -> each.user().equals(login.user()))
                    .findFirst()
                    .orElseThrow();
            var access = new BrokerTrials(scram(login), "127.0.0.1:" + ports.get(0));
            for (Topics.Topic topic : Topics.all()) {
                String name = topic.name();
                assertThat(access.writes(name))
                        .as("%s writes %s", login, name)
                        .isEqualTo(rights.writes().contains(name));
                assertThat(access.reads(name))
                        .as("%s reads %s", login, name)
                        .isEqualTo(rights.reads().contains(name));
            }
            for (String group : List.of("pagewright.gateway", "pagewright.chat", "reader", "strangers")) {
                assertThat(access.joins(group))
                        .as("%s in %s", login, group)
                        .isEqualTo(rights.groups().contains(group));
            }
            for (String lane : Topics.lanes()) {
                assertThat(access.shares(lane, Topics.shareGroup(lane)))
                        .as("%s takes of %s", login, lane)
                        .isEqualTo(login.equals(LOGINS.worker()));
            }
            assertThat(access.governs()).as("%s makes users and rules", login).isFalse();
            assertThat(access.creates("of.others"))
                    .as("%s creates topics", login)
                    .isFalse();
        }
    }

    @Test
    void a_log_from_before_there_were_users_is_closed_and_keeps_its_topics_and_new_passwords_take_the_place_of_others()
            throws Exception {
        Path log = directory.resolve("broker");
        try (EmbeddedBroker open = EmbeddedBroker.start(log, ports.get(0), ports.get(1));
                Admin admin = Admin.create(Map.of("bootstrap.servers", open.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("pagewright.from-before", 1, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        assertThat(EmbeddedBroker.closed(log)).isFalse();
        BrokerLogins first = BrokerLogins.generate(new SecureRandom());
        EmbeddedBroker.start(log, ports.get(0), ports.get(1), first).close();

        broker = EmbeddedBroker.start(log, ports.get(0), ports.get(1), LOGINS);

        assertThat(EmbeddedBroker.closed(log)).isTrue();
        assertThat(topics(scram(LOGINS.gateway()))).containsExactly("pagewright.from-before");
        assertThatThrownBy(() -> topics(scram(first.gateway()))).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(topics(scram(LOGINS.worker()))).as("nothing that is its own").isEmpty();
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
        try (Admin admin = admin(access)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }

    private Admin admin(Map<String, Object> access) {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.get(0));
        settings.put("default.api.timeout.ms", access.isEmpty() ? 2_000 : 10_000); // nobody answers who says nothing
        settings.put("request.timeout.ms", access.isEmpty() ? 1_000 : 5_000);
        return Admin.create(settings);
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
