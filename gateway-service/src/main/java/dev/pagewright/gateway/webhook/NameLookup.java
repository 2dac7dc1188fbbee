package dev.pagewright.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up. The system's resolver cannot be interrupted and holds its thread for half a minute where a name server
 * does not answer, so a request, which runs on a virtual thread, asks from a few threads kept for it and does not wait
 * long. Thread-safe.
 */
@ApplicationScoped
class NameLookup {

    /** Where addresses come from. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final int THREADS = 8;
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final Resolver resolver;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 1).factory());

    NameLookup() {
        this(InetAddress::getAllByName);
    }

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /** All addresses of a host; none where there is no such name. Blocks for as long as it takes. */
    List<InetAddress> all(String host) {
        try {
            return List.of(resolver.addresses(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** As {@link #all}; empty where that is not known in a moment. */
    Optional<List<InetAddress>> soon(String host) {
        try {
            Future<List<InetAddress>> answer = threads.submit(() -> all(host));
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
