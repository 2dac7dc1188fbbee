package dev.pagewright.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks a service's health address.
 *
 * @param origin such as {@code http://127.0.0.1:8080}
 */
public record HttpHealth(String origin) {

    private static final int LIMIT_MILLIS = 5000;
    private static final int NO_ANSWER = -1;

    /** Whether it takes work. */
    public boolean ready() {
        return status("/q/health/ready") == HttpURLConnection.HTTP_OK;
    }

    /** A service whose dependency is away lives, though it is not ready. */
    public Pulse pulse() {
        return switch (status("/q/health/live")) {
            case HttpURLConnection.HTTP_OK -> Pulse.LIVE;
            case NO_ANSWER -> Pulse.SILENT;
            default -> Pulse.DEAD;
        };
    }

    private int status(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(origin + path).toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }
}
