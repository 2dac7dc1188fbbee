package dev.pagewright.gateway.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.gateway.account.Credit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An account as the API shows it to the administrator. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AccountEntry(String id, String name, String plan, String status, Instant createdAt, Credits credits) {

    record Credits(BigDecimal balance) {}

    static AccountEntry of(Accounts.Account account) {
        return new AccountEntry(
                account.id(),
                account.name(),
                account.plan(),
                account.status(),
                account.createdAt().truncatedTo(ChronoUnit.MILLIS),
                new Credits(Credit.of(account.balance())));
    }
}
