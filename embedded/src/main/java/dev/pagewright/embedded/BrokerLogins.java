package dev.pagewright.embedded;

import java.security.SecureRandom;
import java.util.List;

/**
 * Who may talk to the embedded broker: itself, and each service that does. All of them may do everything there; whoever
 * is added later may do nothing until an access rule says so.
 */
public record BrokerLogins(Login broker, Login gateway, Login worker, Login chat) {

    public static BrokerLogins of(String broker, String gateway, String worker, String chat) {
        return new BrokerLogins(
                new Login("broker", broker),
                new Login("gateway", gateway),
                new Login("worker", worker),
                new Login("chat", chat));
    }

    public static BrokerLogins generate(SecureRandom random) {
        return of(Login.password(random), Login.password(random), Login.password(random), Login.password(random));
    }

    List<Login> services() {
        return List.of(gateway, worker, chat);
    }

    /** All of it in one text, to tell whether anything has changed. */
    String secrets() {
        return String.join(" ", broker.password(), gateway.password(), worker.password(), chat.password());
    }
}
