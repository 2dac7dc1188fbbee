package dev.pagewright.standalone.system;

import dev.pagewright.embedded.FreePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Where the parts of a system listen; all but the gateway's on the loopback address. They are free ones below those
 * that the operating system gives to outgoing connections: a client that waits for a broker's return must not sit on
 * its port.
 */
public record Ports(
        int gateway, int inner, int export, int chat, int worker, int broker, int controller, int database) {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    /**
     * @param gateway the public one, chosen by the user
     * @param broker Kafka's, where the user has chosen one
     */
    public static Ports find(int gateway, OptionalInt broker, RandomGenerator random) {
        List<Integer> found = new ArrayList<>();
        while (found.size() < 7) {
            int port = random.nextInt(FIRST, END);
            if (port != gateway && port != broker.orElse(0) && !found.contains(port) && !FreePorts.taken(port)) {
                found.add(port);
            }
        }
        return new Ports(
                gateway,
                found.get(0),
                found.get(1),
                found.get(2),
                found.get(3),
                broker.orElse(found.get(4)),
                found.get(5),
                found.get(6));
    }

    /** Where Kafka clients of this machine find the broker. */
    String bootstrap() {
        return "127.0.0.1:" + broker;
    }

    /** A free one for the gateway, where the user's is taken and any would do. */
    public static int any(RandomGenerator random) {
        int port = random.nextInt(FIRST, END);
        return FreePorts.taken(port) ? any(random) : port;
    }
}
