package dev.pagewright.blob;

import java.util.regex.Pattern;

/** The layout of the blob store. Ids are 32 lower-case hex digits. */
public final class BlobKeys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private BlobKeys() {}

    /** An uploaded file, shared by the account's jobs that have the same content. */
    public static String original(String accountId, String sha256) {
        return "accounts/" + accountId + "/originals/" + sha256;
    }

    /** Everything that belongs to one job alone and goes with it. */
    public static String job(String accountId, String jobId) {
        return "accounts/" + accountId + "/jobs/" + jobId;
    }

    /** A page document as the worker read it; each attempt has its own, so that none replaces another. */
    public static String page(String accountId, String jobId, int index, int attempt) {
        return job(accountId, jobId) + "/pages/" + index + "-a" + attempt + ".json.gz";
    }

    /** A page document as the document pass settled it. */
    public static String assembledPage(String accountId, String jobId, int index, int revision) {
        return job(accountId, jobId) + "/pages/" + index + "-r" + revision + ".json.gz";
    }

    /** A page document with its translation, of the revision that the document pass made. */
    public static String translatedPage(String accountId, String jobId, int index, int revision) {
        return job(accountId, jobId) + "/pages/" + index + "-t" + revision + ".json.gz";
    }

    /** A cached export; {@code name} tells result revision, format and options. */
    public static String export(String accountId, String jobId, String name) {
        return job(accountId, jobId) + "/exports/" + name;
    }

    /** @return the key, where it has the shape of one: no empty, dotted or foreign segment */
    public static String require(String key) {
        if (key.length() > 512 || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a blob key");
        }
        return key;
    }
}
