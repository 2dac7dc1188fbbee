package dev.pagewright.gateway.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What a page costs, in credits. */
@ConfigMapping(prefix = "pagewright.prices")
public interface Prices {

    @WithDefault("1")
    BigDecimal cpu();

    @WithDefault("5")
    BigDecimal vlm();

    /** Beside the reading. */
    @WithDefault("2")
    BigDecimal translation();

    /** Thousandths of a credit that a page of the tier reserves. */
    default long reserved(String tier, boolean translated) {
        return thousandths(tier.equals("vlm") ? vlm() : cpu()) + ofTranslation(translated);
    }

    default long ofTranslation(boolean translated) {
        return translated ? thousandths(translation()) : 0;
    }

    /** Thousandths that a page costs as it was read: only what a vision model delivered has the vision price. */
    default long ofReading(String tier, String engineReason) {
        return thousandths(tier.equals("vlm") && engineReason.equals("vlm_requested") ? vlm() : cpu());
    }

    private static long thousandths(BigDecimal credits) {
        return credits.movePointRight(3).longValueExact();
    }
}
