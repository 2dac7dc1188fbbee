package dev.pagewright.export.download;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.inner.ProblemException;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every exporter that there is, by name. */
@Singleton
public class Formats {

    private final SortedMap<String, Exporter> exporters = new TreeMap<>();

    Formats(@All List<Exporter> all) {
        for (Exporter exporter : all) {
            if (exporters.put(exporter.format().name(), exporter) != null) {
                throw new IllegalStateException(
                        "two exporters are called " + exporter.format().name());
            }
        }
    }

    /** Sorted by name. */
    public List<Format> all() {
        return exporters.values().stream().map(Exporter::format).toList();
    }

    /** @throws ProblemException {@code unknown_format}, with the names that are known */
    Exporter named(@Nullable String name) {
        Exporter exporter = name == null ? null : exporters.get(name);
        if (exporter == null) {
            List<String> known = List.copyOf(exporters.keySet());
            throw new ProblemException(
                    ErrorCode.UNKNOWN_FORMAT, "format is one of %s.".formatted(String.join(", ", known)), known);
        }
        return exporter;
    }
}
