package dev.pagewright.gateway.http;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids on the wire and in the database: UUID v4 as 32 lower-case hex digits. */
public final class Ids {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private Ids() {}

    public static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** What is not is nobody's id, and never a question to the database. */
    public static boolean wellFormed(String id) {
        return ID.matcher(id).matches();
    }
}
