package dev.pagewright.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** A name and its password, as the broker or the database knows them. */
public record Login(String user, String password) {

    private static final int BYTES = 24;

    /** The alphabet needs no quoting anywhere: not in SQL, not in a JAAS entry, not in a URL. */
    public Login {
        if (!user.matches("[a-z_]+") || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "a user's name is of small letters, a password of letters, digits, - and _");
        }
    }

    /** A password that nobody can guess. */
    public static String password(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return user; // a log needs no more
    }
}
