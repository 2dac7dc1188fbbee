package dev.pagewright.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the gateway's inner API tells the other services; {@code JobJson} makes the public object of it.
 *
 * @param uuid 32 lower-case hex digits
 * @param status {@code pending}, {@code processing}, {@code done} or {@code failed}
 * @param pages the selection as submitted ({@code 1-3,8}), null for all
 * @param filePages pages of the whole file
 * @param pageCount pages of the job (the selection)
 * @param revision of the result; part of every cache key
 * @param queuePosition pages before the job's next one, null where unknown
 * @param sealedPassword of an encrypted PDF ({@code SecretSealer}); never public
 */
public record JobRecord(
        String uuid,
        String accountId,
        String status,
        String tier,
        String language,
        @Nullable String tool,
        @Nullable String translateTo,
        String ocr,
        @Nullable String pages,
        String fileName,
        String mediaType,
        long fileBytes,
        int filePages,
        int pageCount,
        int pagesDone,
        int pagesFailed,
        @Nullable Double meanConfidence,
        @Nullable String detectedLanguage,
        int revision,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer queuePosition,
        @Nullable String sealedPassword) {}
