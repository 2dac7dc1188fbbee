package dev.pagewright.worker.wiring;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.worker.queue.QueueMeters;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The objects that know no container. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    BlobStore blobs(@ConfigProperty(name = "pagewright.blob-directory") Path directory) throws IOException {
        return new DirectoryBlobStore(directory);
    }

    @Produces
    @Singleton
    SecretSealer sealer(@ConfigProperty(name = "pagewright.secret-key") String key) {
        return new SecretSealer(key);
    }

    @Produces
    @Singleton
    QueueMeters meters(MeterRegistry registry) {
        return new QueueMeters(registry);
    }

    @Produces
    @Singleton
    BrokerAccess broker(
            @ConfigProperty(name = "pagewright.kafka") String servers,
            @ConfigProperty(name = "pagewright.kafka-protocol", defaultValue = "PLAINTEXT") String protocol,
            @ConfigProperty(name = "pagewright.kafka-user") Optional<String> user,
            @ConfigProperty(name = "pagewright.kafka-password") Optional<String> password) {
        return new BrokerAccess(servers, protocol, user.orElse(""), password.orElse(""));
    }
}
