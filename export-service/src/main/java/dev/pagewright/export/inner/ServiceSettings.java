package dev.pagewright.export.inner;

import io.smallrye.config.ConfigMapping;

/** What every service knows of the others. */
@ConfigMapping(prefix = "pagewright")
public interface ServiceSettings {

    /** {@code PAGEWRIGHT_SERVICE_TOKEN}: the credential between services. No default: a secret that all know is none. */
    String serviceToken();

    /** {@code PAGEWRIGHT_SECRET_KEY}: opens the passwords of encrypted uploads; Base64 of 32 bytes. */
    String secretKey();
}
