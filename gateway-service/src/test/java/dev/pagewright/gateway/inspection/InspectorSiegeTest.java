package dev.pagewright.gateway.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.hostile.HostilePdfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many files at once that hang a parser; and processes that end, rest and are started anew. */
class InspectorSiegeTest {

    private static final Duration SOON = Duration.ofSeconds(15); // seconds, on a machine that does much else

    @TempDir
    private Path directory;

    private final ExecutorService uploads = Executors.newCachedThreadPool();
    private Inspector inspector;
    private Path good;
    private Path hanging;

    private static TestSettings settings(int waiting, Duration idle) {
        return new TestSettings(
                4,
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(60),
                waiting,
                Duration.ofMinutes(2),
                128,
                Duration.ofMinutes(1),
                idle);
    }

    @BeforeEach
    void write() throws IOException {
        inspector = TestInspector.in(directory, settings(256, Duration.ofMinutes(2)));
        good = java.nio.file.Files.write(directory.resolve("good"), Files.pdf(2));
        byte[] hostile = HostilePdfs.all().stream()
                .filter(file -> file.name().equals("a page tree a hundred thousand deep"))
                .findFirst()
                .orElseThrow()
                .bytes();
        hanging = java.nio.file.Files.write(directory.resolve("hanging"), hostile);
    }

    @AfterEach
    void close() {
        uploads.shutdownNow();
        inspector.close();
        await().atMost(SOON).until(() -> processes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void good_files_are_read_while_others_hang(int hostile) throws Exception {
        List<Future<Inspection>> hanging = hang(hostile);
        List<Duration> times = new ArrayList<>();

        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(inspector.inspect(good, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 2));
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }

        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(SOON));
        assertThat(hanging).as("those that hang are far from their end").noneMatch(Future::isDone);
        assertThat(processes()).hasSizeLessThanOrEqualTo(4 + 2);
    }

    @Test
    void who_finds_too_many_waiting_is_told_to_come_back() throws Exception {
        inspector.close();
        inspector = TestInspector.in(directory, settings(2, Duration.ofMinutes(2)));
        hang(2);

        assertThat(inspector.inspect(good, null))
                .isInstanceOfSatisfying(Inspection.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.OVERLOADED));
    }

    @Test
    void a_process_that_was_ended_from_outside_costs_no_file() {
        inspector.inspect(good, null);

        for (int i = 0; i < 3; i++) {
            processes().forEach(ProcessHandle::destroyForcibly);
            assertThat(inspector.inspect(good, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 2));
        }
    }

    @Test
    void one_process_is_kept_for_the_next_file_and_ends_when_none_comes() throws Exception {
        inspector.close();
        inspector = TestInspector.in(directory, settings(256, Duration.ofSeconds(5)));
        CountDownLatch together = new CountDownLatch(4);
        List<Future<Inspection>> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(uploads.submit(() -> {
                together.countDown();
                together.await();
                return inspector.inspect(good, null);
            }));
        }
        for (Future<Inspection> file : files) {
            assertThat(file.get()).isEqualTo(new Inspection.Accepted(MediaType.PDF, 2));
        }

        await().atMost(SOON).until(() -> processes().size() == 1);
        await().atMost(SOON.multipliedBy(2)).until(() -> processes().isEmpty());
        assertThat(inspector.inspect(good, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 2));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_has_nothing_of_the_services_environment_but_what_java_goes_by() throws IOException {
        inspector.inspect(good, null);

        for (ProcessHandle process : processes()) {
            String environment = java.nio.file.Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
            for (String variable : environment.split("\0", 0)) {
                assertThat(variable.split("=", 2)[0]).isIn(ChildCommand.INHERITED);
            }
        }
    }

    private List<Future<Inspection>> hang(int files) {
        List<Future<Inspection>> hanging = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            hanging.add(uploads.submit(() -> inspector.inspect(this.hanging, null)));
        }
        await().atMost(SOON).until(() -> processes().size() >= Math.min(files, 2));
        return hanging;
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(Child.class.getName()))
                .toList();
    }
}
