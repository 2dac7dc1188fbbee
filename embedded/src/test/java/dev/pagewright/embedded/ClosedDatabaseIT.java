package dev.pagewright.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that asks everybody for a password, and gives nobody but its owner more than a schema. */
class ClosedDatabaseIT {

    private static final DatabaseLogins LOGINS = DatabaseLogins.generate(new SecureRandom());

    @TempDir
    static Path directory;

    private static int port;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void startOnDataThatTrustedEverybody() throws Exception {
        port = FreePorts.find(1).getFirst();
        SharedPrograms.in(directory);
        try (EmbeddedPostgres open = EmbeddedPostgres.builder()
                        .setDataDirectory(Files.createDirectories(directory.resolve("data")))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                directory.resolve("programs").toFile())
                        .setPort(port)
                        .start();
                Connection superuser = open.getPostgresDatabase().getConnection();
                Statement sql = superuser.createStatement()) {
            sql.execute("create table job (id serial primary key, title text)");
            sql.execute("insert into job (title) values ('from before')");
            sql.execute("create schema chat create table message (text text)");
        }
        database = EmbeddedDatabase.start(directory, port, LOGINS);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    static Stream<Login> strangers() {
        String guess = "postgres";
        return Stream.of(
                new Login("postgres", guess),
                new Login("postgres", LOGINS.gateway().password()),
                new Login("postgres", LOGINS.chat().password()),
                new Login(LOGINS.gateway().user(), guess),
                new Login(LOGINS.gateway().user(), LOGINS.chat().password()),
                new Login(LOGINS.chat().user(), guess),
                new Login("root", guess));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void who_has_no_password_stays_outside(Login stranger) {
        assertThatThrownBy(() -> connect(stranger).close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("28"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to program 'true'",
                "copy job from '/etc/passwd'",
                "create role mine superuser",
                "alter role pagewright_gateway superuser",
                "create database mine",
                "select pg_read_file('/etc/passwd')",
                "alter system set fsync = off",
                "select * from chat.message"
            })
    void the_gateway_may_do_nothing_beyond_its_schema(String statement) throws SQLException {
        try (Connection connection = connect(LOGINS.gateway());
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select * from public.job", "create table public.mine ()", "copy (select 1) to program 'true'"})
    void chat_may_do_nothing_beyond_its_own(String statement) throws SQLException {
        try (Connection connection = connect(LOGINS.chat());
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void each_owns_what_the_superuser_had_made_for_it() throws SQLException {
        try (Connection connection = connect(LOGINS.gateway());
                Statement sql = connection.createStatement()) {
            sql.execute("alter table job add column note text");
            sql.execute("insert into job (title) values ('new')");
            try (var rows = sql.executeQuery("select count(*) from job")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
        try (Connection connection = connect(LOGINS.chat());
                Statement sql = connection.createStatement()) {
            sql.execute("alter table chat.message add column at timestamptz");
            sql.execute("create table chat.passage (text text)");
        }
    }

    @Test
    void no_password_is_in_a_log() throws IOException {
        try (Stream<Path> logs = Files.list(directory)) {
            assertThat(logs.filter(file -> file.toString().endsWith(".log")).toList())
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log))
                            .doesNotContain(
                                    LOGINS.superuser().password(),
                                    LOGINS.gateway().password(),
                                    LOGINS.chat().password()));
        }
    }

    private static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login.user(), login.password());
    }
}
