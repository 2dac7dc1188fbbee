package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users on servers that are somebody else's. */
class ProvisioningIT {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path directory;

    @Test
    void users_of_a_broker_get_their_new_passwords_and_the_rules_of_others_stay() throws Exception {
        BrokerLogins before = BrokerLogins.generate(random);
        BrokerLogins after = BrokerLogins.of(
                before.broker().password(), Login.password(random), Login.password(random), "chat-1", "reader-1");
        var ports = FreePorts.find(2);
        AclBinding others = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "invoices", PatternType.LITERAL),
                new AccessControlEntry("User:billing", "*", AclOperation.READ, AclPermissionType.ALLOW));
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"), ports.get(0), ports.get(1), before)) {
            try (Admin admin = admin(broker, "PLAIN", before.broker())) {
                admin.createAcls(List.of(others)).all().get(30, TimeUnit.SECONDS);

                Provisioning.broker(broker.bootstrapServers(), after);
                Provisioning.broker(broker.bootstrapServers(), after);

                assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get(30, TimeUnit.SECONDS))
                        .contains(others)
                        .containsAll(BrokerRules.all());
            }
            try (Admin gateway = admin(broker, "SCRAM-SHA-512", after.gateway())) {
                gateway.createTopics(List.of(new NewTopic("pagewright.trial", 1, (short) 1)))
                        .all()
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void roles_of_a_database_get_their_new_passwords_and_the_old_ones_are_none() throws Exception {
        DatabaseLogins before = DatabaseLogins.generate(random);
        DatabaseLogins after =
                DatabaseLogins.of(before.superuser().password(), Login.password(random), Login.password(random));
        try (var database = EmbeddedDatabase.start(directory, FreePorts.find(1).getFirst(), before)) {
            Provisioning.database(database.url(), after);

            assertThat(connects(database, after.gateway())).isTrue();
            assertThat(connects(database, after.chat())).isTrue();
            assertThatThrownBy(() -> connects(database, before.gateway())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_database_that_refuses_is_told_in_a_sentence_without_the_password() throws Exception {
        DatabaseLogins logins = DatabaseLogins.generate(random);
        assertThatThrownBy(() -> Provisioning.database(
                        "postgresql://127.0.0.1:%d/postgres"
                                .formatted(FreePorts.find(1).getFirst()),
                        logins))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("roles cannot be set")
                .hasMessageNotContaining(logins.superuser().password());
    }

    private static boolean connects(EmbeddedDatabase database, Login login) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:" + database.url(), login.user(), login.password())) {
            return connection.isValid(5);
        }
    }

    private static Admin admin(EmbeddedBroker broker, String mechanism, Login login) {
        String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        return Admin.create(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, login.user(), login.password())));
    }
}
