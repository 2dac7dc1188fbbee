package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes the calls that are due; each replica takes some. */
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private final Claims claims;
    private final Deliveries deliveries;
    private final WebhookSecrets secrets;
    private final WebhookCall call;
    private final Clock clock;
    private final Semaphore free;
    private final BackgroundLoop loop;
    private final ThreadPoolExecutor threads;

    WebhookSender(
            Claims claims,
            Deliveries deliveries,
            WebhookSecrets secrets,
            WebhookCall call,
            WebhookSettings settings,
            Clock clock) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.call = call;
        this.clock = clock;
        this.free = new Semaphore(settings.concurrent());
        // platform threads: looking up a name cannot be interrupted, and would pin what carries all requests
        this.threads = new ThreadPoolExecutor(
                settings.concurrent(),
                settings.concurrent(),
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("webhook-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        this.loop = new BackgroundLoop("webhooks", settings.sweep(), this::send);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
        threads.shutdownNow();
    }

    /** A message is due at once. */
    void wake() {
        loop.wake();
    }

    private boolean send() {
        int room = free.availablePermits();
        List<Deliveries.Due> due = room == 0 ? List.of() : claims.next(room);
        for (Deliveries.Due message : due) {
            free.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    deliveries.finish(message, attempt(message));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // stopping: the claim lapses, and the attempt is made again
                } catch (RuntimeException e) {
                    LOG.warnf(e, "a webhook's attempt could not be made or noted; it will be made again");
                } finally {
                    free.release();
                    loop.wake(); // others may wait for this place
                }
            });
        }
        return false;
    }

    private Deliveries.Attempted attempt(Deliveries.Due message) throws InterruptedException {
        long timestamp = clock.instant().getEpochSecond();
        String signatures = secrets.all(message.accountId()).stream()
                .map(secret -> Signature.of(secret, message.id(), timestamp, message.payload()))
                .collect(Collectors.joining(" "));
        return call.post(
                message.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Pagewright",
                        "webhook-id",
                        message.id(),
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signatures),
                message.payload());
    }
}
