package dev.pagewright.event;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a client reaches the broker. Each service is told the same four settings, and channels of the messaging framework
 * and clients of the service's own are given the same of them.
 *
 * @param servers {@code host:port}, several separated by commas
 * @param protocol Kafka's {@code security.protocol}; with {@code SASL_PLAINTEXT} and {@code SASL_SSL} the client proves
 *     its password (SCRAM-SHA-512), with the others user and password are of no use
 */
public record BrokerAccess(String servers, String protocol, String user, String password) {

    /** A broker that asks for no password. */
    public static BrokerAccess open(String servers) {
        return new BrokerAccess(servers, "PLAINTEXT", "", "");
    }

    /** Settings of any of Kafka's clients. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("security.protocol", protocol);
        if (protocol.startsWith("SASL_")) {
            settings.put("sasl.mechanism", "SCRAM-SHA-512");
            settings.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(quoted(user), quoted(password)));
        }
        return settings;
    }

    /** These settings and those; where both name one, that one. */
    public Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> settings = settings();
        settings.putAll(more);
        return settings;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return servers; // without the password
    }
}
