package dev.pagewright.standalone.system;

import dev.pagewright.embedded.EmbeddedBroker;
import dev.pagewright.standalone.Logging;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: a JVM of its own, so that it can be killed and started again like any other part. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** @param arguments directory, port, port of the controller */
    public static void main(String[] arguments) throws IOException {
        Logging.setUp();
        EmbeddedBroker broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("listens at " + broker.bootstrapServers());
    }
}
