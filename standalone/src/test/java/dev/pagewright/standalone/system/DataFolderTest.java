package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    private Path directory;

    @Test
    void the_chosen_folder_wins() {
        DataFolder folder = DataFolder.of(Path.of("/srv/x/../y"), Map.of("PAGEWRIGHT_DATA", "/other"), "Linux", HOME);

        assertThat(folder.root()).isEqualTo(Path.of("/srv/y"));
    }

    @Test
    void the_environment_is_asked_next_then_the_system() {
        assertThat(DataFolder.of(null, Map.of("PAGEWRIGHT_DATA", "/other"), "Linux", HOME)
                        .root())
                .isEqualTo(Path.of("/other"));
        assertThat(DataFolder.of(null, Map.of(), "Linux", HOME).root())
                .isEqualTo(Path.of("/home/ada/.local/share/pagewright"));
        assertThat(DataFolder.of(null, Map.of(), "Mac OS X", HOME).root())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/pagewright"));
    }

    @Test
    void only_the_owner_may_look_into_it() throws IOException {
        DataFolder folder = new DataFolder(directory.resolve("new"));

        folder.make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }
}
