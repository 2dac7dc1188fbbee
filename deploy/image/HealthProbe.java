import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks one address and ends with 0 where it answers 200, else with 1. For an image's health check: it needs no shell
 * and no other program than the Java that is there.
 */
final class HealthProbe {

    private static final int LIMIT_MILLIS = 4000;

    private HealthProbe() {}

    /** @param arguments the address, such as {@code http://127.0.0.1:8080/q/health/ready} */
    public static void main(String[] arguments) {
        System.exit(healthy(arguments[0]) ? 0 : 1);
    }

    private static boolean healthy(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (java.io.IOException e) {
            System.err.println(e); // Docker keeps it with the check
            return false;
        }
    }
}
