package dev.pagewright.gateway.rate;

import dev.pagewright.gateway.store.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests of an account a minute, on all replicas together. A replica takes permits in blocks out of one row an
 * account and minute, so that most requests cost no question; what is left of a block when the minute ends is lost,
 * which is why a block is a small part of the limit. Blocks now and then; thread-safe.
 */
@ApplicationScoped
public class RequestRates {

    /** What a replica takes at once: this part of the limit. */
    private static final int BLOCKS = 50;

    /** Accounts that are remembered at most; beyond it those of past minutes are forgotten. */
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final RequestWindows windows;
    private final Clock clock;
    private final ConcurrentHashMap<String, Permits> accounts = new ConcurrentHashMap<>();

    RequestRates(Sessions sessions, RequestWindows windows, Clock clock) {
        this.sessions = sessions;
        this.windows = windows;
        this.clock = clock;
    }

    /** Takes one permit, if one is left. */
    public Standing take(String accountId, int perMinute) {
        long second = clock.instant().getEpochSecond();
        long minute = second / 60;
        Permits permits = accounts.computeIfAbsent(accountId, id -> new Permits());
        Standing standing = permits.take(minute, perMinute, 60 - second % 60, block(accountId, minute, perMinute));
        if (accounts.size() > MOST) {
            accounts.values().removeIf(other -> other.isOlderThan(minute));
        }
        return standing;
    }

    /** Minutes that nobody asks for any more. */
    public void forgetPast() {
        long minute = clock.instant().getEpochSecond() / 60;
        sessions.inTransaction(() -> windows.delete("minute < ?1", minute - 5));
        accounts.values().removeIf(permits -> permits.isOlderThan(minute));
    }

    private Permits.Source block(String accountId, long minute, int perMinute) {
        return () -> {
            long wanted = Math.max(1, perMinute / BLOCKS);
            long taken = sessions.inTransaction(() -> windows.take(accountId, minute, wanted));
            long before = taken - wanted;
            return new Permits.Block(
                    Math.clamp(perMinute - before, 0L, wanted), Math.max(0, perMinute - Math.min(taken, perMinute)));
        };
    }
}
