package dev.pagewright.export.download;

import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.build.SharedBuilds;
import dev.pagewright.export.inner.ServiceSettings;
import dev.pagewright.security.SecretSealer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The objects that know no container. */
@Singleton
class DownloadBeans {

    @Produces
    @Singleton
    BuildQueue queue(DownloadSettings settings) {
        return new BuildQueue(
                "build",
                new BuildQueue.Bounds(
                        settings.concurrent(),
                        settings.waiting(),
                        settings.waitingOfOne(),
                        settings.patience(),
                        settings.deadline()));
    }

    void end(@Disposes BuildQueue queue) {
        queue.close();
    }

    @Produces
    @Singleton
    SharedBuilds builds(BuildQueue queue) {
        return new SharedBuilds(queue);
    }

    @Produces
    @Singleton
    SecretSealer sealer(ServiceSettings settings) {
        return new SecretSealer(settings.secretKey());
    }
}
