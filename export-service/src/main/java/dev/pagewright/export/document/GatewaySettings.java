package dev.pagewright.export.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the gateway's inner API is. */
@ConfigMapping(prefix = "pagewright.gateway")
public interface GatewaySettings {

    /** {@code PAGEWRIGHT_GATEWAY_INNER_URL}. */
    @WithDefault("http://127.0.0.1:9000")
    URI innerUrl();

    @WithDefault("5S")
    Duration connectTimeout();

    /** Until the answer begins. */
    @WithDefault("60S")
    Duration answerTimeout();
}
