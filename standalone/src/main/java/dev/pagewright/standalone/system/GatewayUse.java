package dev.pagewright.standalone.system;

import dev.pagewright.embedded.Login;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The use of a system as its gateway's metrics and its jobs show it. Where they do not answer, it counts as used. */
record GatewayUse(Ports ports, Login database) implements Idleness.Use {

    @Override
    public long requests() {
        return sum("http_server_requests_seconds_count{");
    }

    @Override
    public boolean busy() {
        return sum("http_server_active_requests{server_port=\"%d\"".formatted(ports.gateway())) != 0
                || unfinishedJobs();
    }

    private long sum(String series) {
        try (InputStream metrics = URI.create("http://127.0.0.1:%d/q/metrics".formatted(ports.inner()))
                .toURL()
                .openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(series))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            return System.nanoTime();
        }
    }

    private boolean unfinishedJobs() {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.database());
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select exists (select 1 from job where status in ('pending', 'processing'))")) {
            return !rows.next() || rows.getBoolean(1);
        } catch (SQLException e) {
            return true;
        }
    }
}
