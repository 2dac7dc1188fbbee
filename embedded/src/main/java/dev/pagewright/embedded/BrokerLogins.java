package dev.pagewright.embedded;

import dev.pagewright.event.BrokerRights;
import java.security.SecureRandom;
import java.util.List;

/**
 * Who may talk to the embedded broker: itself, which may do everything there, and each service that does and whoever
 * reads the public topics, which may do what their {@link BrokerRights} say.
 */
public record BrokerLogins(Login broker, Login gateway, Login worker, Login chat, Login reader) {

    public static BrokerLogins of(String broker, String gateway, String worker, String chat, String reader) {
        return new BrokerLogins(
                new Login("broker", broker),
                new Login(BrokerRights.GATEWAY.user(), gateway),
                new Login(BrokerRights.WORKER.user(), worker),
                new Login(BrokerRights.CHAT.user(), chat),
                new Login(BrokerRights.READER.user(), reader));
    }

    public static BrokerLogins generate(SecureRandom random) {
        return of(
                Login.password(random),
                Login.password(random),
                Login.password(random),
                Login.password(random),
                Login.password(random));
    }

    List<Login> clients() {
        return List.of(gateway, worker, chat, reader);
    }

    /** All of it in one text, to tell whether anything has changed. */
    String secrets() {
        return String.join(
                " ", broker.password(), gateway.password(), worker.password(), chat.password(), reader.password());
    }
}
