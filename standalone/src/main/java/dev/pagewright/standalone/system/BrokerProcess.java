package dev.pagewright.standalone.system;

import dev.pagewright.embedded.BrokerLogins;
import dev.pagewright.embedded.EmbeddedBroker;
import dev.pagewright.standalone.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The broker's process: a JVM of its own, so that it can be killed and started again like any other part. */
final class BrokerProcess {

    private static final String ITSELF = "PAGEWRIGHT_BROKER_ITSELF";
    private static final String GATEWAY = "PAGEWRIGHT_BROKER_GATEWAY";
    private static final String WORKER = "PAGEWRIGHT_BROKER_WORKER";
    private static final String CHAT = "PAGEWRIGHT_BROKER_CHAT";
    private static final String READER = "PAGEWRIGHT_BROKER_READER";

    private BrokerProcess() {}

    /** The passwords, for the process's environment: a command line is for everybody to see. */
    static Map<String, String> environment(BrokerLogins logins) {
        return Map.of(
                ITSELF, logins.broker().password(),
                GATEWAY, logins.gateway().password(),
                WORKER, logins.worker().password(),
                CHAT, logins.chat().password(),
                READER, logins.reader().password());
    }

    private static BrokerLogins logins(Map<String, String> environment) {
        return BrokerLogins.of(
                environment.getOrDefault(ITSELF, ""),
                environment.getOrDefault(GATEWAY, ""),
                environment.getOrDefault(WORKER, ""),
                environment.getOrDefault(CHAT, ""),
                environment.getOrDefault(READER, ""));
    }

    /** @param arguments directory, port, port of the controller */
    public static void main(String[] arguments) throws IOException {
        Logging.setUp();
        EmbeddedBroker broker = EmbeddedBroker.start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                logins(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("listens at " + broker.bootstrapServers());
    }
}
