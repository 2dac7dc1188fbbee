package dev.pagewright.fence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A file or folder, and where links in the folder lead: a fence follows no link by itself. */
final class LinkedTree {

    private static final int DEEPEST = 8;

    private LinkedTree() {}

    static Set<Path> of(Path root) {
        Set<Path> all = new LinkedHashSet<>(Set.of(root));
        try (Stream<Path> links = Files.find(root, DEEPEST, (file, attributes) -> attributes.isSymbolicLink())) {
            for (Path link : links.filter(Files::exists).toList()) {
                all.add(link.toRealPath());
            }
        } catch (IOException | UncheckedIOException e) {
            // what cannot be looked through now cannot be read there either
        }
        return all;
    }
}
