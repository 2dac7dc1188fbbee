package dev.pagewright.export.testing;

import dev.pagewright.contract.JobRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jobs as the gateway would tell them. */
public final class Jobs {

    public static final String ID = "0123456789abcdef0123456789abcdef";

    private Jobs() {}

    public static JobRecord done(int pages) {
        return job("done", "scan.pdf", "application/pdf", pages, null, null);
    }

    public static JobRecord job(
            String status,
            String fileName,
            String mediaType,
            int pages,
            @Nullable String translateTo,
            @Nullable String sealedPassword) {
        Instant time = Instant.parse("2026-11-24T10:00:00Z");
        return new JobRecord(
                ID,
                "fedcba9876543210fedcba9876543210",
                status,
                "cpu",
                "auto",
                null,
                translateTo,
                "auto",
                null,
                fileName,
                mediaType,
                1000,
                pages,
                pages,
                pages,
                0,
                0.95,
                "en",
                1,
                null,
                null,
                time,
                time,
                time,
                null,
                sealedPassword);
    }
}
