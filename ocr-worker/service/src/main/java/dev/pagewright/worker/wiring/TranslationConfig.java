package dev.pagewright.worker.wiring;

import dev.pagewright.worker.model.ModelSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat model that translates; where none is named it is the one that answers questions. */
@ConfigMapping(prefix = "pagewright.translation")
public interface TranslationConfig {

    /** Up to and with the version, such as {@code http://host:8000/v1}. Without it there is no translation. */
    Optional<URI> url();

    /** As the endpoint names it. */
    Optional<String> model();

    Optional<String> key();

    /**
     * Of one question, which is a block or a part of a long one, all attempts together. An endpoint that hangs holds a
     * translation for that long, and a translation is to end within a minute.
     */
    @WithDefault("40s")
    Duration timeout();

    /** Questions at one time, of one worker. */
    @WithDefault("4")
    int concurrency();

    @WithDefault("4096")
    int maxTokens();

    /** Null where nothing can be translated. */
    default @Nullable ModelSettings settings() {
        if (url().isEmpty() || model().isEmpty()) {
            return null;
        }
        return new ModelSettings(
                url().get(), model().get(), key().orElse(null), timeout().toMillis(), concurrency(), maxTokens());
    }
}
