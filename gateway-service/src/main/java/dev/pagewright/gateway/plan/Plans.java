package dev.pagewright.gateway.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans by name; what they allow is configuration. */
@ConfigMapping(prefix = "pagewright.plans")
public interface Plans {

    @WithParentName
    Map<String, Plan> byName();

    /** A plan that is not configured any more allows what {@code free} does. */
    default Plan of(String name) {
        Plan plan = byName().get(name);
        return plan != null
                ? plan
                : Objects.requireNonNull(byName().get("free"), "the plan \"free\" is not configured");
    }

    /** What an account may do. */
    interface Plan {

        int pagesPerFile();

        long bytesPerFile();

        /** Pages a UTC day; none: no such limit. */
        OptionalInt pagesPerDay();

        OptionalInt pagesPerMonth();

        OptionalInt chatMessagesPerDay();

        /** Pages a UTC day that may fail, which costs no credits but work; none: no such limit. */
        OptionalInt failedPagesPerDay();

        /** Whether pages are paid with credits. */
        Optional<Boolean> credits();

        /** Whether jobs of any size go by the express lane. */
        Optional<Boolean> priority();

        /** Requests a minute, on all replicas together. */
        @WithDefault("3000")
        int requestsPerMinute();

        /** Share of the workers beside other accounts: one of 4 has four pages with them where one of 1 has one. */
        @WithDefault("1")
        int weight();

        /** How long a job is kept after its end, with all that belongs to it; none: until it is deleted. */
        Optional<Duration> retention();
    }
}
