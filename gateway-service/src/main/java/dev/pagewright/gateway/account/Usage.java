package dev.pagewright.gateway.account;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an account has used of what its plan allows. Days and months are UTC's.
 *
 * @param granted credits, thousandths, that were ever granted
 * @param balance credits, thousandths; what running jobs have reserved is not in it
 * @param reserved credits, thousandths, that running jobs may yet cost
 */
public record Usage(
        Window pagesToday, Window pagesMonth, Window chatMessagesToday, long granted, long balance, long reserved) {

    /**
     * One window of counting.
     *
     * @param cap null: none
     * @param resetsAt when counting starts anew
     */
    public record Window(long used, @Nullable Long cap, Instant resetsAt) {

        static Window of(long used, OptionalInt cap, Instant resetsAt) {
            return new Window(used, cap.isPresent() ? Long.valueOf(cap.getAsInt()) : null, resetsAt);
        }

        /** How much more is allowed. */
        public long left() {
            return cap == null ? Long.MAX_VALUE : Math.max(0, cap - used);
        }
    }

    /** The window of pages with the least left; the month's where neither has a cap. */
    public Window tightest() {
        return pagesToday.left() < pagesMonth.left() ? pagesToday : pagesMonth;
    }
}
