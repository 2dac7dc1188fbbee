package dev.pagewright.gateway.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission whose file lies in the blob store already.
 *
 * @param id 32 lower-case hex digits
 * @param pageNumbers 1-based, within the file, ascending
 * @param sealedPassword null where none is needed
 * @param price thousandths of a credit a page
 * @param idempotency null where the client gave no key
 */
public record NewJob(
        String id,
        String accountId,
        String fileName,
        String sha256,
        String blobKey,
        String mediaType,
        long bytes,
        int filePages,
        List<Integer> pageNumbers,
        String tier,
        String language,
        String ocr,
        @Nullable String tool,
        @Nullable String translateTo,
        @Nullable String pageSelection,
        @Nullable String sealedPassword,
        @Nullable String webhookUrl,
        @Nullable String traceParent,
        Lane lane,
        int priority,
        long price,
        @Nullable Idempotency idempotency) {

    /** @param fingerprint SHA-256 of content and fields, hex */
    public record Idempotency(String key, String fingerprint) {}

    public NewJob {
        pageNumbers = List.copyOf(pageNumbers);
        if (pageNumbers.isEmpty()) {
            throw new IllegalArgumentException("a job has pages");
        }
    }
}
