package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Gives up messages that have waited too long, and removes old ones. */
@ApplicationScoped
class WebhookSweep {

    private final BackgroundLoop loop;

    WebhookSweep(Deliveries deliveries) {
        this.loop = new BackgroundLoop("webhook sweep", Duration.ofMinutes(10), () -> {
            deliveries.sweep();
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
