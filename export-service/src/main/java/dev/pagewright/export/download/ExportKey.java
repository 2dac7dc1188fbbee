package dev.pagewright.export.download;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.OptionValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a download's bytes depend on: the job's result at its revision, the format, its options, and how this version
 * writes it. The same key means the same content.
 *
 * @param name of the cached download: letters, digits, {@code -} and {@code .} alone
 */
record ExportKey(String name) {

    /** Counted up when a format is written otherwise, so that no older cached file is served. */
    private static final int WRITER_VERSION = 1;

    static ExportKey of(JobRecord job, Format format, OptionValues options) {
        String whole = "%s|%d|%s|%s|%d|%s"
                .formatted(
                        job.uuid(),
                        job.revision(),
                        job.finishedAt(),
                        format.name(),
                        WRITER_VERSION,
                        options.canonical());
        return new ExportKey(format.name() + "-" + digest(whole) + "." + format.extension());
    }

    /** Weak: a cached file that was lost is built again with the same content, not with the same bytes. */
    String entityTag() {
        return "W/\"" + name + "\"";
    }

    /** Whether an {@code If-None-Match} header holds this key's tag (RFC 9110, 13.1.2: weak comparison). */
    boolean matches(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String bare = tag.strip();
            if (bare.equals("*")
                    || bare.equals(entityTag())
                    || bare.equals(entityTag().substring(2))) {
                return true;
            }
        }
        return false;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
