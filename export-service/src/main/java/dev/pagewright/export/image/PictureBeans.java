package dev.pagewright.export.image;

import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.security.SecretSealer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/** The objects that know no container. */
@Singleton
class PictureBeans {

    @Produces
    @Singleton
    PictureCache cache(PictureSettings settings) throws IOException {
        return new PictureCache(
                Files.createDirectories(settings.directory()),
                new PictureCache.Bounds(
                        settings.bytesOfJob(), settings.bytesInAll(), settings.bytesLeft(), settings.idle()),
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    Pictures pictures(GatewayClient gateway, SecretSealer sealer, PictureCache cache, PictureSettings settings) {
        var queue = new BuildQueue(
                "picture",
                new BuildQueue.Bounds(
                        settings.concurrent(),
                        settings.waiting(),
                        settings.waitingOfOne(),
                        settings.patience(),
                        settings.deadline()));
        return new Pictures(gateway, sealer, queue, cache, settings.directory());
    }
}
