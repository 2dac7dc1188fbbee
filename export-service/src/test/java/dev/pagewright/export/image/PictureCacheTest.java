package dev.pagewright.export.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.export.build.BuiltFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCacheTest {

    private static final long OF_JOB = 1000;
    private static final long IN_ALL = 2500;

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private PictureCache cache;

    @BeforeEach
    void anEmptyCache() {
        cache = cache(0);
    }

    private PictureCache cache(long left) {
        InstantSource source = () -> now;
        return new PictureCache(
                directory,
                new PictureCache.Bounds(OF_JOB, IN_ALL, left, Duration.ofHours(1)),
                source.withZone(ZoneOffset.UTC));
    }

    private static PictureCache.Key key(String job, int page) {
        return new PictureCache.Key(job, "page-" + page);
    }

    private void keep(String job, int page, int bytes) throws IOException {
        Path file = Files.write(directory.resolve(job + "-" + page), new byte[bytes]);
        BuiltFile picture = new BuiltFile(file);
        cache.keep(key(job, page), picture);
        picture.close(); // who drew it has sent it
    }

    private boolean kept(String job, int page) {
        return cache.find(key(job, page))
                .map(lease -> {
                    lease.close();
                    return true;
                })
                .orElse(false);
    }

    private long onDisk() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void no_job_and_not_all_of_them_take_more_than_their_bound_whatever_is_drawn() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            keep("job" + random.nextInt(6), i, 1 + random.nextInt(400));

            assertThat(cache.bytes()).isLessThanOrEqualTo(IN_ALL);
            for (int job = 0; job < 6; job++) {
                assertThat(cache.bytes("job" + job)).isLessThanOrEqualTo(OF_JOB);
            }
        }
        assertThat(onDisk()).isEqualTo(cache.bytes());
    }

    @Test
    void what_was_used_longest_ago_goes_first() throws IOException {
        keep("job", 1, 400);
        keep("job", 2, 400);
        assertThat(kept("job", 1)).isTrue();

        keep("job", 3, 400);

        assertThat(kept("job", 2)).isFalse();
        assertThat(kept("job", 1)).isTrue();
        assertThat(kept("job", 3)).isTrue();
    }

    @Test
    void a_picture_stays_for_who_reads_it_while_it_goes() throws IOException {
        keep("job", 1, 400);
        BuiltFile.Lease reading = cache.find(key("job", 1)).orElseThrow();

        cache.purge("job");

        assertThat(kept("job", 1)).isFalse();
        assertThat(reading.path()).exists();
        reading.close();
        assertThat(reading.path()).doesNotExist();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void nothing_is_kept_where_the_disk_is_nearly_full() throws IOException {
        cache = cache(Long.MAX_VALUE);

        keep("job", 1, 400);

        assertThat(kept("job", 1)).isFalse();
        assertThat(onDisk()).isZero();
    }

    @Test
    void what_nobody_looks_at_goes_in_time() throws IOException {
        keep("job", 1, 400);
        keep("job", 2, 400);
        now = now.plus(Duration.ofMinutes(50));
        assertThat(kept("job", 1)).isTrue();
        now = now.plus(Duration.ofMinutes(20));

        cache.sweep();

        assertThat(kept("job", 1)).isTrue();
        assertThat(kept("job", 2)).isFalse();
    }
}
