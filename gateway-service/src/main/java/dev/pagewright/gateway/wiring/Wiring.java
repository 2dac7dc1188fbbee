package dev.pagewright.gateway.wiring;

import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.security.TokenKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The objects that know no container. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    DirectoryBlobStore directory(@ConfigProperty(name = "pagewright.blob-directory") Path directory)
            throws IOException {
        return new DirectoryBlobStore(directory);
    }

    @Produces
    @Singleton
    SecretSealer sealer(@ConfigProperty(name = "pagewright.secret-key") String key) {
        return new SecretSealer(key);
    }

    @Produces
    @Singleton
    TokenKey tokenKey(@ConfigProperty(name = "pagewright.secret-key") String key) {
        return new TokenKey(key);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    BrokerAccess broker(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "kafka.security.protocol", defaultValue = "PLAINTEXT") String protocol,
            @ConfigProperty(name = "pagewright.kafka-user") Optional<String> user,
            @ConfigProperty(name = "pagewright.kafka-password") Optional<String> password) {
        return new BrokerAccess(servers, protocol, user.orElse(""), password.orElse(""));
    }
}
