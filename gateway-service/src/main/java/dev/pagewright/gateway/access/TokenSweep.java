package dev.pagewright.gateway.access;

import dev.pagewright.gateway.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Removes tokens that have been revoked or expired for long. */
@ApplicationScoped
class TokenSweep {

    private final BackgroundLoop loop;

    TokenSweep(Tokens tokens) {
        this.loop = new BackgroundLoop("tokens", Duration.ofHours(1), () -> {
            tokens.forgetDead();
            return false;
        });
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }
}
