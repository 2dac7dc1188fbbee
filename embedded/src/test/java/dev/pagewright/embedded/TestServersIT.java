package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests of other modules rest on. */
class TestServersIT {

    @TempDir
    Path directory;

    @Test
    void the_broker_makes_topics() throws Exception {
        try (TestServers.Broker broker = TestServers.broker(directory.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("a-topic", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);

            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("a-topic");
        }
    }

    @Test
    void each_service_has_its_schema_and_no_other() throws Exception {
        try (TestServers.Database database = TestServers.database(directory);
                var chat = DriverManager.getConnection(
                        "jdbc:" + database.url(),
                        database.logins().chat().user(),
                        database.logins().chat().password());
                var statement = chat.createStatement()) {
            statement.execute("create table chat.own (id int)");

            assertThat(statement.executeQuery("select has_schema_privilege('public', 'create')"))
                    .satisfies(rows -> {
                        rows.next();
                        assertThat(rows.getBoolean(1)).isFalse();
                    });
        }
    }
}
