package dev.pagewright.gateway.account;

import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** The chat messages of a UTC day that a plan allows; counted before they are answered. Blocks; thread-safe. */
@ApplicationScoped
public class ChatAllowance {

    private final Database database;
    private final Plans plans;
    private final Clock clock;

    ChatAllowance(Database database, Plans plans, Clock clock) {
        this.database = database;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded} */
    public void take(Caller caller) {
        OptionalInt cap = plans.of(caller.plan()).chatMessagesPerDay();
        LocalDate today = today();
        // one statement: of concurrent messages exactly as many are admitted as are left
        boolean admitted = database.inTransaction(
                sql -> sql.row("""
                        insert into chat_use (account_id, day, messages) select $1, $2, 1 where $3::bigint > 0
                        on conflict (account_id, day) do update set messages = chat_use.messages + 1
                            where chat_use.messages < $3
                        returning messages""", caller.accountId(), today, cap.isPresent() ? (long) cap.getAsInt() : Long.MAX_VALUE)
                        .isPresent());
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
        database.inTransaction(sql -> sql.update(
                "update chat_use set messages = messages - 1 where account_id = $1 and day = $2 and messages > 0",
                caller.accountId(),
                today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
