package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.standalone.process.JavaProgram;
import dev.pagewright.standalone.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    private Path directory;

    private Secrets secrets;

    @BeforeEach
    void makeSecrets() throws IOException {
        secrets = Secrets.ofFile(directory.resolve("secrets.properties"), new SecureRandom());
    }

    @Test
    void a_process_whose_memory_is_full_ends_and_leaves_no_dump_unless_told_to() {
        assertThat(programs(Optional.empty())).hasSize(5).allSatisfy(program -> assertThat(program.arguments())
                .contains("-XX:+ExitOnOutOfMemoryError")
                .noneMatch(argument -> argument.contains("HeapDump")));
    }

    @Test
    void each_leaves_one_dump_where_it_is_told_to() {
        assertThat(programs(Optional.of(directory))).allSatisfy(program -> assertThat(program.arguments())
                .contains(
                        "-XX:+HeapDumpOnOutOfMemoryError",
                        "-XX:HeapDumpPath=" + directory.resolve(program.name() + ".hprof")));
    }

    @Test
    void no_secret_is_on_a_command_line() throws IOException {
        Properties all = new Properties();
        try (var file = java.nio.file.Files.newBufferedReader(directory.resolve("secrets.properties"))) {
            all.load(file);
        }
        assertThat(all).hasSize(12);
        for (JavaProgram program : programs(Optional.empty())) {
            for (Object secret : all.values()) {
                assertThat(program.arguments()).noneMatch(argument -> argument.contains(secret.toString()));
            }
        }
    }

    @Test
    void each_is_told_its_own_passwords_alone() {
        String superuser = secrets.database().superuser().password();
        for (JavaProgram program : programs(Optional.empty())) {
            assertThat(program.environment()).doesNotContainValue(superuser);
            assertThat(program.environment()
                            .containsValue(secrets.database().gateway().password()))
                    .isEqualTo(program.name().equals(Programs.GATEWAY));
            assertThat(program.environment()
                            .containsValue(secrets.database().chat().password()))
                    .isEqualTo(program.name().equals(Programs.CHAT));
            assertThat(program.environment()
                            .containsValue(secrets.broker().broker().password()))
                    .isEqualTo(program.name().equals(Programs.BROKER));
            assertThat(program.environment().containsValue(secrets.adminToken()))
                    .isEqualTo(program.name().equals(Programs.GATEWAY));
        }
    }

    private List<JavaProgram> programs(Optional<Path> dumps) {
        SystemSettings settings = new SystemSettings(
                new DataFolder(directory),
                Path.of("/programs"),
                "127.0.0.1",
                8080,
                OptionalInt.empty(),
                2,
                dumps,
                Optional.empty());
        Programs programs = new Programs(settings, new Ports(8080, 1, 2, 3, 4, 5, 6, 7), secrets);
        return Stream.<Program>of(
                        programs.broker(), programs.gateway(), programs.worker(), programs.export(), programs.chat())
                .map(JavaProgram.class::cast)
                .toList();
    }
}
