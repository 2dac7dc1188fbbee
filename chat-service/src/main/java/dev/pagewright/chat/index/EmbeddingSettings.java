package dev.pagewright.chat.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What makes vectors of meaning. Without a remote endpoint: a small model in this process, for English alone. */
@ConfigMapping(prefix = "pagewright.embedding")
interface EmbeddingSettings {

    /** {@code PAGEWRIGHT_EMBEDDING_ENABLED}: false leaves all to the words. */
    @WithDefault("true")
    boolean enabled();

    /** {@code PAGEWRIGHT_EMBEDDING_URL}: base of an OpenAI-compatible API, for every language. */
    Optional<String> url();

    /** {@code PAGEWRIGHT_EMBEDDING_NAME} */
    @WithDefault("default")
    String name();

    /** {@code PAGEWRIGHT_EMBEDDING_KEY} */
    Optional<String> key();

    /** {@code PAGEWRIGHT_EMBEDDING_TIMEOUT}: for one call. */
    @WithDefault("20S")
    Duration timeout();
}
