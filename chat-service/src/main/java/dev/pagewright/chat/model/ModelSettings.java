package dev.pagewright.chat.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The model that words answers; without one they are the document's own words. */
@ConfigMapping(prefix = "pagewright.chat-model")
public interface ModelSettings {

    /** {@code PAGEWRIGHT_CHAT_MODEL_URL}: base of an OpenAI-compatible API, such as {@code http://localhost:11434/v1}. */
    Optional<String> url();

    /** {@code PAGEWRIGHT_CHAT_MODEL_NAME} */
    @WithDefault("default")
    String name();

    /** {@code PAGEWRIGHT_CHAT_MODEL_KEY}: sent as bearer token where there is one. */
    Optional<String> key();

    /** {@code PAGEWRIGHT_CHAT_MODEL_TIMEOUT}: for a whole answer; then the document's own words are given. */
    @WithDefault("50S")
    Duration timeout();
}
