package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Room for the bodies that are received at one time: so many in all, and of these so many an account, so that the slow
 * clients of one keep nobody else out. Thread-safe.
 */
@ApplicationScoped
class UploadSlots {

    private final int most;
    private final int mostPerAccount;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    UploadSlots(UploadSettings settings) {
        this.most = settings.concurrent();
        this.mostPerAccount = settings.concurrentPerAccount();
    }

    /** Room for one body until it is freed. */
    final class Slot {

        private final String account;
        private boolean open = true;

        private Slot(String account) {
            this.account = account;
        }

        void free() {
            synchronized (UploadSlots.this) {
                if (open) {
                    open = false;
                    total--;
                    taken.computeIfPresent(account, (id, count) -> count > 1 ? count - 1 : null);
                }
            }
        }
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 503 where there is no room */
    synchronized Slot take(String account) {
        int own = taken.getOrDefault(account, 0);
        if (own >= mostPerAccount) {
            throw new Problem(
                            ErrorCode.OVERLOADED,
                            "Your account is sending %d files at this moment, which is as many as it may; try again when one has arrived."
                                    .formatted(own))
                    .asException();
        }
        if (total >= most) {
            throw new Problem(ErrorCode.OVERLOADED, "Too many uploads at once; try again in a moment.").asException();
        }
        taken.put(account, own + 1);
        total++;
        return new Slot(account);
    }
}
