package dev.pagewright.worker.page;

import dev.pagewright.document.Engine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader can do on this machine.
 *
 * @param languages codes as a submission takes them, without {@code auto}
 * @param models names of the local models, for people to read
 * @param visionModel name of the vision endpoint's model, null where none is configured
 */
public record ReaderCapabilities(
        List<String> languages,
        Set<Engine> engines,
        List<String> models,
        @Nullable String visionModel) {

    public ReaderCapabilities {
        languages = List.copyOf(languages);
        engines = Set.copyOf(engines);
        models = List.copyOf(models);
    }
}
