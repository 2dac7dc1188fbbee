package dev.pagewright.gateway.account;

import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** The chat messages of a UTC day that a plan allows; counted before they are answered. Blocks; thread-safe. */
@ApplicationScoped
public class ChatAllowance {

    private final Sessions sessions;
    private final ChatUses uses;
    private final Plans plans;
    private final Clock clock;

    ChatAllowance(Sessions sessions, ChatUses uses, Plans plans, Clock clock) {
        this.sessions = sessions;
        this.uses = uses;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded} */
    public void take(Caller caller) {
        OptionalInt cap = plans.of(caller.plan()).chatMessagesPerDay();
        LocalDate today = today();
        boolean admitted = sessions.inTransaction(
                () -> uses.take(caller.accountId(), today, cap.isPresent() ? (long) cap.getAsInt() : Long.MAX_VALUE));
        if (!admitted) {
            throw Quota.exceeded(
                    "The plan's %d chat messages of today are used; go on tomorrow, or change the plan."
                            .formatted(cap.getAsInt()),
                    "chat_messages_today",
                    cap.getAsInt(),
                    cap.getAsInt(),
                    1,
                    today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }

    /** A message that was not answered. */
    public void giveBack(Caller caller) {
        sessions.inTransaction(() -> uses.giveBack(caller.accountId(), today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
