package dev.pagewright.chat.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where jobs and pages come from. */
@ConfigMapping(prefix = "pagewright")
interface GatewaySettings {

    /** {@code PAGEWRIGHT_GATEWAY_INNER_URL}: the gateway's inner API, without a path. */
    @WithDefault("http://localhost:9000")
    URI gatewayInnerUrl();

    /** {@code PAGEWRIGHT_SERVICE_TOKEN}: the credential between services. */
    String serviceToken();

    /** {@code PAGEWRIGHT_GATEWAY_TIMEOUT}: for the first byte of an answer. */
    @WithDefault("20S")
    Duration gatewayTimeout();
}
