package dev.pagewright.worker.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an OpenAI-compatible endpoint.
 *
 * @param url up to and with the version ({@code http://host:8000/v1})
 * @param name of the model, as the endpoint knows it
 * @param key null where the endpoint wants none
 * @param timeoutMillis of one question, all its attempts together
 * @param concurrency questions that are under way at one time
 * @param maxTokens that an answer may have
 */
public record ModelSettings(
        URI url, String name, @Nullable String key, long timeoutMillis, int concurrency, int maxTokens) {

    public ModelSettings {
        if (concurrency < 1 || maxTokens < 1 || timeoutMillis < 1) {
            throw new IllegalArgumentException("a model needs a time-out, a concurrency and tokens: %d, %d, %d"
                    .formatted(timeoutMillis, concurrency, maxTokens));
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("not an http or https address: " + url);
        }
    }

    /** Where the endpoint listens. */
    public int port() {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    Duration timeout() {
        return Duration.ofMillis(timeoutMillis);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "%s at %s".formatted(name, url.getHost());
    }
}
