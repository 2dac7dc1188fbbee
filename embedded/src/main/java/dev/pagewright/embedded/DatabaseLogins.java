package dev.pagewright.embedded;

import java.security.SecureRandom;

/**
 * Who may do what in the embedded database: the superuser all, and nobody but who starts it is told; the gateway and
 * chat each what is in a schema of its own.
 */
public record DatabaseLogins(Login superuser, Login gateway, Login chat) {

    /** As {@code initdb} makes it. */
    public static final String SUPERUSER = "postgres";

    public static final String GATEWAY = "pagewright_gateway";
    public static final String CHAT = "pagewright_chat";

    public static DatabaseLogins of(String superuser, String gateway, String chat) {
        return new DatabaseLogins(new Login(SUPERUSER, superuser), new Login(GATEWAY, gateway), new Login(CHAT, chat));
    }

    public static DatabaseLogins generate(SecureRandom random) {
        return of(Login.password(random), Login.password(random), Login.password(random));
    }
}
