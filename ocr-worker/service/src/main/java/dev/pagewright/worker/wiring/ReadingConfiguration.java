package dev.pagewright.worker.wiring;

import dev.pagewright.fence.FenceMode;
import dev.pagewright.worker.reading.ReaderSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the engines find on this machine. */
@ConfigMapping(prefix = "pagewright")
interface ReadingConfiguration {

    /** For what can be fetched or unpacked again: natives, bundled models, copies of originals. */
    @WithDefault("${java.io.tmpdir}/pagewright-worker")
    Path cacheDirectory();

    /** Directory with PP-OCR models; by default the bundled ones. */
    Optional<Path> models();

    /** Directories with Tesseract's language data before the system's, separated as in a class path. */
    Optional<String> tessdata();

    /** Whether a page in quarantine is kept from the rest of this machine: required, if-there or off. */
    @WithDefault("if-there")
    FenceMode fence();

    /** Files and folders that it reads all the same, where this Java or its libraries lie in uncommon places. */
    Optional<List<Path>> fenceReads();

    default ReaderSettings reader() {
        List<Path> data = tessdata().stream()
                .flatMap(paths -> Stream.of(paths.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
        return ReaderSettings.of(cacheDirectory().resolve("engines"), models().orElse(null), data);
    }
}
