package dev.pagewright.fence;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a fenced process may reach: files, and folders with all that is in them. Links count for what they lead to. What
 * is not there is passed over.
 *
 * @param runs may be read and started as programs
 * @param reads may be read
 * @param writes may be read, written, made and removed, but not started
 * @param ports of TCP that it may connect to, on any machine
 */
public record Reach(Set<Path> runs, Set<Path> reads, Set<Path> writes, Set<Integer> ports) {

    public static final Reach NONE = new Reach(Set.of(), Set.of(), Set.of(), Set.of());

    public Reach {
        runs = Set.copyOf(runs);
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        ports = Set.copyOf(ports);
    }

    public static Reach reading(Collection<Path> paths) {
        return new Reach(Set.of(), Set.copyOf(paths), Set.of(), Set.of());
    }

    /** Reads the paths, and what links in them lead to. */
    public static Reach readingWithLinks(Collection<Path> paths) {
        return reading(
                paths.stream().flatMap(path -> LinkedTree.of(path).stream()).collect(Collectors.toSet()));
    }

    public static Reach writing(Path path) {
        return new Reach(Set.of(), Set.of(), Set.of(path), Set.of());
    }

    public static Reach connecting(int port) {
        return new Reach(Set.of(), Set.of(), Set.of(), Set.of(port));
    }

    /** What either of them reaches. */
    public Reach and(Reach other) {
        return new Reach(
                both(runs, other.runs), both(reads, other.reads), both(writes, other.writes), both(ports, other.ports));
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
