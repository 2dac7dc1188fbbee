package dev.pagewright.gateway.account;

import java.math.BigDecimal;

/** Credits are stored in thousandths, so that sums are exact, and shown as people write them. */
public final class Credit {

    private Credit() {}

    public static BigDecimal of(long thousandths) {
        BigDecimal credits = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return credits.scale() < 0 ? credits.setScale(0) : credits;
    }
}
