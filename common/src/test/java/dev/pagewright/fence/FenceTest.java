package dev.pagewright.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pagewright.fence.testing.Breach;
import dev.pagewright.fence.testing.Grounds;
import dev.pagewright.fence.testing.Intruder;
import dev.pagewright.fence.testing.Resident;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes that try to get out, the same ones without a fence, and what must go on as before. */
class FenceTest {

    @TempDir
    private Path directory;

    private Path own;

    @BeforeEach
    void make() throws IOException {
        own = Files.createDirectory(directory.resolve("own"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 0}) // 0: all that this kernel knows
    void no_way_leads_out_that_the_kernel_can_close(int abi) throws IOException, InterruptedException {
        Fence whole = there();
        assumeThat(whole.abi()).isGreaterThanOrEqualTo(abi);
        int known = abi == 0 ? whole.abi() : abi;
        try (Grounds grounds = Grounds.in(directory.resolve("outside"))) {
            String said = said(whole.ofAbi(known), Reach.writing(own), Intruder.class, grounds.arguments());

            assertThat(Grounds.breaches(said)).isEqualTo(all(breach -> !breach.closedBy(known)));
            assertThat(grounds.victimLives()).isEqualTo(Breach.SIGNAL.closedBy(known));
        }
    }

    @Test
    void without_a_fence_every_way_leads_out() throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        try (Grounds grounds = Grounds.in(directory.resolve("outside"))) {
            String said = said(Fence.of(FenceMode.OFF), Reach.NONE, Intruder.class, grounds.arguments());

            assertThat(Grounds.breaches(said)).isEqualTo(all(breach -> true));
        }
    }

    @Test
    void a_named_port_is_open_and_a_folder_to_read_is_not_one_to_write() throws IOException, InterruptedException {
        Fence fence = there();
        Path outside = directory.resolve("outside");
        try (Grounds grounds = Grounds.in(outside)) {
            Reach reach =
                    Reach.writing(own).and(Reach.connecting(grounds.port())).and(Reach.reading(List.of(outside)));

            Set<Breach> breaches = Grounds.breaches(said(fence, reach, Intruder.class, grounds.arguments()));

            assertThat(breaches)
                    .contains(Breach.CONNECT, Breach.READ, Breach.LIST)
                    .doesNotContain(Breach.APPEND, Breach.OVERWRITE, Breach.CREATE, Breach.DELETE, Breach.MOVE_IN);
        }
    }

    @Test
    void an_honest_process_finds_what_it_needs_and_nothing_that_is_open_here()
            throws IOException, InterruptedException {
        Path given = Files.writeString(directory.resolve("given"), "given");
        Path open = Files.writeString(directory.resolve("open"), "open here");
        try (var stream = new FileInputStream(open.toFile())) {
            Reach reach = Reach.writing(own).and(Reach.reading(List.of(given)));

            String said = said(there(), reach, Resident.class, List.of(given.toString(), own.toString()));

            assertThat(said).doesNotContain(directory.toString()).contains("environment PATH");
            assertThat(stream.read()).isEqualTo('o');
        }
    }

    /** Threads that are made by a fenced one are fenced too, and the runtime makes some where nobody expects it. */
    @Test
    void no_thread_of_this_process_is_fenced_in_but_the_runtimes_own()
            throws IOException, InterruptedException, ExecutionException {
        Fence fence = there();
        assumeThat(restricted(Path.of("/proc/self")))
                .as("restricted from outside")
                .isFalse();
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> exits = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                exits.add(virtual.submit(() -> fence.start(new ProcessBuilder("/bin/sh", "-c", "exit 7"), system())
                        .exitCode()));
            }
            for (Future<Integer> exit : exits) {
                assertThat(exit.get()).isEqualTo(7);
            }

            assertThat(threads().filter(FenceTest::restricted).map(FenceTest::name))
                    .isNotEmpty()
                    .allMatch("process reaper"::equals);
        }
    }

    @Test
    void a_process_is_ended_and_told_of() throws IOException, InterruptedException {
        FencedProcess process = there().start(new ProcessBuilder("sleep", "600"), system());

        assertThat(process.ended(Duration.ofMillis(1))).isFalse();
        process.end();

        assertThat(process.exitCode()).isEqualTo(137);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void what_cannot_be_started_is_a_fault() {
        assertThatThrownBy(() -> there().start(new ProcessBuilder("/no/such/program"), system()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void where_there_is_none_it_is_said_and_where_it_is_required_nothing_starts() {
        var none = new Fence.Landlocked(0, "error 38");

        Fence without = Fence.of(FenceMode.IF_THERE, List.of(), () -> none);

        assertThat(without.up()).isFalse();
        assertThat(without.told()).contains("error 38", "pagewright.fence=required");
        assertThatThrownBy(() -> Fence.of(FenceMode.REQUIRED, List.of(), () -> none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("error 38")
                .hasMessageContaining("set pagewright.fence=if-there");
        assertThat(Fence.of(FenceMode.OFF).up()).isFalse();
    }

    private static Stream<Path> threads() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path thread) {
        return read(thread.resolve("comm")).strip();
    }

    /** What goes with a fence, and is told. */
    private static boolean restricted(Path thread) {
        return read(thread.resolve("status")).contains("NoNewPrivs:\t1");
    }

    /** Empty of a thread that has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static Fence there() {
        Fence fence = Fence.of(FenceMode.IF_THERE);
        assumeThat(fence.up()).as(fence.told()).isTrue();
        return fence;
    }

    private static Reach system() {
        return JavaReach.of("");
    }

    private static Set<Breach> all(java.util.function.Predicate<Breach> which) {
        return Arrays.stream(Breach.values()).filter(which).collect(Collectors.toSet());
    }

    /** What a Java program of the tests prints, which works in its own folder. */
    private String said(Fence fence, Reach reach, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        String classPath = Stream.of(Intruder.class, Fence.class)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .collect(Collectors.joining(":"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments);
        FencedProcess process = fence.start(
                new ProcessBuilder(command).directory(own.toFile()).redirectErrorStream(true),
                JavaReach.of(classPath).and(reach));
        String said = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.exitCode()).as(said).isZero();
        return said;
    }
}
