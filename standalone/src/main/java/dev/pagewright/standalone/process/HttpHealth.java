package dev.pagewright.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service's health address on the loopback interface. */
public record HttpHealth(int port) {

    private static final int LIMIT_MILLIS = 5000;

    /** Whether it takes work. */
    public boolean ready() {
        return answers("/q/health/ready");
    }

    /** Whether it lives; a service whose dependency is away lives, though it is not ready. */
    public boolean live() {
        return answers("/q/health/live");
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
