package dev.pagewright.export.testing;

import dev.pagewright.contract.JobRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jobs as the gateway would tell them. */
public final class Jobs {

    public static final String ID = "0123456789abcdef0123456789abcdef";

    public static final String ACCOUNT = "fedcba9876543210fedcba9876543210";

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
        return job(ID, ACCOUNT, status, fileName, mediaType, pages, translateTo, sealedPassword);
    }

    /** A finished job of another id or account. */
    public static JobRecord done(String id, String account, String mediaType, int pages) {
        return job(id, account, "done", "a." + mediaType.replaceAll(".*/", ""), mediaType, pages, null, null);
    }

    private static JobRecord job(
            String id,
            String account,
            String status,
            String fileName,
            String mediaType,
            int pages,
            @Nullable String translateTo,
            @Nullable String sealedPassword) {
        Instant time = Instant.parse("2026-11-24T10:00:00Z");
        return new JobRecord(
                id,
                account,
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
