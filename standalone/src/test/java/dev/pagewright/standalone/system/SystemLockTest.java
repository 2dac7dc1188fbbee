package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLockTest {

    @TempDir
    private Path directory;

    @Test
    void one_launcher_has_a_folder() throws IOException {
        Path file = directory.resolve("run/lock");
        SystemLock first = SystemLock.take(file).orElseThrow();

        assertThat(SystemLock.take(file)).isEmpty();

        first.close();
        SystemLock.take(file).orElseThrow().close();
    }

    @Test
    void a_launcher_that_is_killed_gives_its_folder_back() throws IOException, InterruptedException {
        Path file = directory.resolve("lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.getInputStream().read()).isEqualTo('h');
        assertThat(SystemLock.take(file)).isEmpty();

        other.destroyForcibly();
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();

        SystemLock.take(file).orElseThrow().close();
    }

    /** Another launcher, as far as the lock goes. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            System.out.print(SystemLock.take(Path.of(arguments[0])).isPresent() ? "h" : "n");
            System.out.flush();
            if (System.in.read() >= 0) { // until it is killed
                throw new IllegalStateException("nobody writes here");
            }
        }
    }
}
