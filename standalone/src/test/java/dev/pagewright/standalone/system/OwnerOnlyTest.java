package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

    private static final String[] OPEN = {"rwxrwxrwx", "rw-r--r--", "rwxr-x---", "rw-rw-rw-", "rwx---r-x"};

    @TempDir
    private Path directory;

    @Test
    void a_tree_that_others_could_read_is_closed_and_stays_usable() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            Path folder =
                    Files.createDirectories(directory.resolve("d" + random.nextInt(5) + "/e" + random.nextInt(5)));
            Path file = Files.writeString(folder.resolve("f" + i), "text");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OPEN[random.nextInt(OPEN.length)]));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        }
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnly.all(directory);

        assertThat(permissions(program)).isEqualTo("rwx------");
        try (var all = Files.walk(directory)) {
            assertThat(all).allSatisfy(path -> assertThat(permissions(path)).matches("rw[x-]------"));
        }
    }

    @Test
    void what_a_link_leads_to_is_left_alone(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("file"), "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(directory.resolve("link"), file);
        Files.createSymbolicLink(directory.resolve("dangling"), elsewhere.resolve("nothing"));

        OwnerOnly.all(directory);

        assertThat(permissions(file)).isEqualTo("rw-r--r--");
    }

    @Test
    void what_belongs_to_somebody_else_stops_the_start() throws IOException {
        Path file = Files.writeString(directory.resolve("blob"), "text");
        Assumptions.assumeTrue(give(file), "only root can give a file away");

        assertThatThrownBy(() -> OwnerOnly.all(directory))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("blob belongs to");
    }

    @Test
    void a_data_folder_that_was_there_before_is_closed() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        new DataFolder(directory).make();

        try (var all = Files.walk(directory)) {
            assertThat(all).allSatisfy(path -> assertThat(permissions(path)).isEqualTo("rwx------"));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_a_sentence() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> new DataFolder(file).make()).isInstanceOf(CannotStartException.class);
    }

    private static boolean give(Path file) throws IOException {
        try {
            UserPrincipal nobody =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
