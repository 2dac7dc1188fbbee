package dev.pagewright.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SpoolTest {

    @Property(tries = 200)
    void what_is_written_is_read_however_it_comes_and_again_after_it_was_cleared(
            @ForAll @Size(max = 12) List<@IntRange(max = 100_000) Integer> pieces, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        try (Spool spool = new Spool()) {
            for (int round = 0; round < 2; round++) {
                var expected = new ByteArrayOutputStream();
                for (int length : pieces) {
                    byte[] piece = new byte[length];
                    random.nextBytes(piece);
                    spool.write(piece);
                    spool.write(7);
                    expected.writeBytes(piece);
                    expected.write(7);
                }

                var read = new ByteArrayOutputStream();
                spool.copyTo(read);

                assertThat(read.toByteArray()).isEqualTo(expected.toByteArray());
                assertThat(spool.size()).isEqualTo(expected.size());
                spool.clear();
            }
        }
    }

    @Property(tries = 5)
    void a_large_one_leaves_no_file_behind_while_it_lives_or_after(@ForAll @IntRange(min = 1, max = 9) int mebibytes)
            throws IOException {
        long before = files();
        try (Spool spool = new Spool()) {
            spool.write(new byte[mebibytes << 20]);
            assertThat(spool.spilled()).isTrue();
            assertThat(files()).isEqualTo(before);
        }
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String prefix = "pagewright-" + ProcessHandle.current().pid() + "-";
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }
}
