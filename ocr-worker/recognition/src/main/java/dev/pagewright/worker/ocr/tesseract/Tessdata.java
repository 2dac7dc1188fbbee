package dev.pagewright.worker.ocr.tesseract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The language data of this machine, gathered in one folder as Tesseract wants it: what the build carries (English,
 * orientation) and what lies in the given directories, the first one wins. Data that is added later is found by
 * {@link #refresh}. Thread-safe.
 */
public final class Tessdata {

    private static final String SUFFIX = ".traineddata";
    private static final List<String> BUNDLED = List.of("eng", "osd");

    private final Path folder;
    private final List<Path> directories;
    private volatile Set<String> names = Set.of();

    /**
     * @param directories with {@code NAME.traineddata}, or {@code script/NAME.traineddata}; missing ones are passed over
     */
    public Tessdata(List<Path> directories) {
        this.directories = List.copyOf(directories);
        try {
            this.folder =
                    Files.createTempDirectory("tessdata-").toAbsolutePath().normalize();
            folder.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    /** Directories where Debian and Homebrew put language data. */
    public static List<Path> systemDirectories() {
        Path debian = Path.of("/usr/share/tesseract-ocr");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.<Path>empty()) {
            return Stream.concat(
                            versions.map(version -> version.resolve("tessdata")),
                            Stream.of(
                                            "/usr/share/tessdata",
                                            "/opt/homebrew/share/tessdata",
                                            "/usr/local/share/tessdata")
                                    .map(Path::of))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    Path folder() {
        return folder;
    }

    /** Tesseract's names of what is there ({@code deu}, {@code chi_sim_vert}, {@code Fraktur}). */
    public Collection<String> names() {
        return names;
    }

    public synchronized void refresh() {
        Map<String, Path> found = new TreeMap<>();
        for (Path directory : directories) {
            collect(directory, found);
            collect(directory.resolve("script"), found);
        }
        found.forEach(this::link);
        for (String name : BUNDLED) {
            if (!found.containsKey(name)) {
                unpack(name);
                found.put(name, folder);
            }
        }
        names = Set.copyOf(found.keySet());
    }

    private static void collect(Path directory, Map<String, Path> found) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(Files::isReadable)
                    .forEach(file -> {
                        String name = file.getFileName().toString();
                        found.putIfAbsent(name.substring(0, name.length() - SUFFIX.length()), file);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(String name, Path file) {
        Path target = folder.resolve(name + SUFFIX);
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createSymbolicLink(target, file.toAbsolutePath());
        } catch (FileAlreadyExistsException e) {
            return; // another thread was faster
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        target.toFile().deleteOnExit();
    }

    private void unpack(String name) {
        Path target = folder.resolve(name + SUFFIX);
        if (Files.exists(target)) {
            return;
        }
        String resource = "tessdata/" + name + SUFFIX;
        try (InputStream stream = Tessdata.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            Path part = Files.createTempFile(folder, name, ".part");
            Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            target.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
