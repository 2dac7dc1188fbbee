package dev.pagewright.gateway.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.hostile.HostileFile;
import dev.pagewright.hostile.HostilePdfs;
import dev.pagewright.hostile.HostilePictures;
import dev.pagewright.testing.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One hostile file after the other: each is answered in time, and the next upload is looked at as if nothing were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private static final Duration SLACK = Duration.ofSeconds(20); // a process is started on a busy machine

    /** What takes longer hangs for ever: the less is waited for it, the better. */
    private final TestSettings settings = new TestSettings(
            4,
            Duration.ofMillis(700),
            2,
            Duration.ofMillis(1_500),
            256,
            Duration.ofMinutes(1),
            128,
            Duration.ofMinutes(1),
            Duration.ofMinutes(2));

    private Inspector inspector;
    private Path directory;
    private Path good;

    @BeforeAll
    void write(@TempDir Path temporary) throws IOException {
        directory = temporary;
        inspector = TestInspector.in(directory, settings);
        good = java.nio.file.Files.write(directory.resolve("good"), Files.pdf(3));
    }

    @AfterAll
    void close() {
        inspector.close();
    }

    static Stream<HostileFile> hostile() {
        return Stream.concat(
                Extent.every(2, HostilePdfs.all()).stream(), Extent.every(2, HostilePictures.all()).stream());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_answered_in_time_and_the_next_file_is_read(HostileFile file) throws IOException {
        Path path = java.nio.file.Files.write(directory.resolve("hostile"), file.bytes());
        long start = System.nanoTime();

        Inspection inspection = inspector.inspect(path, null);

        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(time).isLessThan(settings.longest().plus(SLACK));
        if (inspection instanceof Inspection.Refused refused) {
            assertThat(refused.code())
                    .isIn(
                            ErrorCode.CORRUPT_FILE,
                            ErrorCode.FILE_TOO_LARGE,
                            ErrorCode.ENCRYPTED_PDF,
                            ErrorCode.UNSUPPORTED_TYPE);
        }
        assertThat(inspector.inspect(good, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 3));
    }

    static Stream<HostileFile> lyingCounts() {
        return HostilePdfs.lyingCounts().stream();
    }

    @ParameterizedTest
    @MethodSource("lyingCounts")
    void a_count_is_not_believed(HostileFile file) throws IOException {
        Path path = java.nio.file.Files.write(directory.resolve("hostile"), file.bytes());

        assertThat(inspector.inspect(path, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 1));
    }
}
