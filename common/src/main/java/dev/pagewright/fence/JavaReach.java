package dev.pagewright.fence;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every process of this Java needs of a Linux system: the Java itself, the system's programs and libraries, and of
 * {@code /etc} the few files that they look into. The processes' figures in {@code /proc} are among it: the kernel keeps
 * the environment, memory and open files of those outside from a fenced one all the same.
 */
public final class JavaReach {

    private static final Set<Path> SYSTEM = paths("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64");

    private static final Set<Path> LOOKED_INTO = paths(
            // the loader, users' names, the time zone, fonts
            "/etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d /etc/nsswitch.conf /etc/passwd /etc/group",
            "/etc/localtime /etc/timezone /etc/locale.alias /etc/fonts /var/cache/fontconfig",
            // names and certificates of other machines
            "/etc/resolv.conf /etc/hosts /etc/host.conf /etc/gai.conf /etc/services /etc/protocols",
            // processors, memory, and what a container may have of them
            "/proc /sys/fs/cgroup /sys/devices/system /sys/kernel/mm",
            "/dev/zero /dev/random /dev/urandom");

    private static final Set<Path> WRITTEN = paths("/dev/null");

    /** Distributions link a Java's settings and certificates to other places. */
    private static final Set<Path> JAVA = LinkedTree.of(Path.of(System.getProperty("java.home")));

    private JavaReach() {}

    /** @param classPath as {@code java -cp} takes it */
    public static Reach of(String classPath) {
        Set<Path> reads = new LinkedHashSet<>(LOOKED_INTO);
        split(classPath).map(JavaReach::folder).map(Path::of).forEach(reads::add);
        String libraries = System.getenv("LD_LIBRARY_PATH");
        if (libraries != null) {
            split(libraries).map(Path::of).forEach(reads::add);
        }
        Set<Path> runs = new LinkedHashSet<>(SYSTEM);
        runs.addAll(JAVA);
        return new Reach(runs, reads, WRITTEN, Set.of());
    }

    private static Stream<String> split(String path) {
        return Stream.of(path.split(File.pathSeparator)).filter(entry -> !entry.isBlank());
    }

    private static String folder(String entry) {
        return entry.endsWith("/*") ? entry.substring(0, entry.length() - 2) : entry;
    }

    private static Set<Path> paths(String... lists) {
        return Stream.of(lists)
                .flatMap(list -> Stream.of(list.split(" ")))
                .map(Path::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
