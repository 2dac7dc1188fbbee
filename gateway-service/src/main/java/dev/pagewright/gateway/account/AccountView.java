package dev.pagewright.gateway.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.gateway.plan.Plans;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it to its holder. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AccountView(
        String id,
        String name,
        String plan,
        long used,
        @Nullable Long cap,
        Windows usage,
        Credits credits,
        Limits limits) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Windows(Window pagesToday, Window pagesMonth, Window chatMessagesToday) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Window(long used, @Nullable Long cap, Instant resetsAt) {

        static Window of(Usage.Window window) {
            return new Window(window.used(), window.cap(), window.resetsAt());
        }
    }

    record Credits(BigDecimal balance, BigDecimal reserved) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Limits(int pagesPerFile, long bytesPerFile) {}

    static AccountView of(String id, String name, String planName, Plans.Plan plan, Usage usage) {
        Usage.Window tightest = usage.tightest();
        return new AccountView(
                id,
                name,
                planName,
                tightest.used(),
                tightest.cap(),
                new Windows(
                        Window.of(usage.pagesToday()),
                        Window.of(usage.pagesMonth()),
                        Window.of(usage.chatMessagesToday())),
                new Credits(Credit.of(usage.balance()), Credit.of(usage.reserved())),
                new Limits(plan.pagesPerFile(), plan.bytesPerFile()));
    }
}
