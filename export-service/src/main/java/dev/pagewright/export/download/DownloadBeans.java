package dev.pagewright.export.download;

import dev.pagewright.export.inner.ServiceSettings;
import dev.pagewright.security.SecretSealer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The objects that know no container. */
@Singleton
class DownloadBeans {

    @Produces
    @Singleton
    BuildSlots slots(DownloadSettings settings) {
        return new BuildSlots(settings.concurrent(), settings.patience());
    }

    @Produces
    @Singleton
    SecretSealer sealer(ServiceSettings settings) {
        return new SecretSealer(settings.secretKey());
    }
}
