package dev.pagewright.chat.inner;

import io.smallrye.config.ConfigMapping;

/** What every service knows of the others. */
@ConfigMapping(prefix = "pagewright")
interface ServiceSettings {

    /** {@code PAGEWRIGHT_SERVICE_TOKEN}: the credential between services. No default: a secret that all know is none. */
    String serviceToken();
}
