package dev.pagewright.gateway.inspection;

import java.time.Duration;

/** As shipped, but less patient. */
record TestSettings(
        int atOnce,
        Duration ordinary,
        int slowAtOnce,
        Duration longest,
        int waiting,
        Duration patience,
        int heap,
        Duration start,
        Duration idle)
        implements InspectionSettings {

    TestSettings() {
        this(
                4,
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(3),
                256,
                Duration.ofSeconds(60),
                128,
                Duration.ofSeconds(60),
                Duration.ofMinutes(2));
    }
}
