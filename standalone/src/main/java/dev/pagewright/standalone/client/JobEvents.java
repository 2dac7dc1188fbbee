package dev.pagewright.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The event stream of one job, taken up again where it breaks. For one thread. */
final class JobEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SILENCE_MILLIS = 45_000; // three heartbeats
    private static final int TRIES = 60;

    private final URI address;
    private final String token;
    private String lastId = "";

    JobEvents(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    Job follow(Job start, Consumer<Job> progress) throws IOException, InterruptedException {
        Job job = start;
        int failures = 0;
        while (!job.finished()) {
            String before = lastId;
            try {
                job = listen(job, progress);
            } catch (IOException e) {
                failures = lastId.equals(before) ? failures + 1 : 0;
                if (failures >= TRIES) {
                    throw ServerException.away("The server does not answer any more: " + e.getMessage() + ".");
                }
            }
            if (!job.finished()) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return job;
    }

    private Job listen(Job start, Consumer<Job> progress) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (!lastId.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", lastId);
        }
        int status = connection.getResponseCode();
        if (status / 100 == 4 && status != 429) {
            throw ServerException.refused("The job is not there any more.");
        }
        Job job = start;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String id = "";
            String type = "";
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    job = after(job, type, JSON.readTree(line.substring(6)));
                    lastId = id;
                    progress.accept(job);
                }
                line = lines.readLine();
            }
        }
        return job;
    }

    private static Job after(Job job, String type, JsonNode data) {
        return switch (type) {
            case "page" -> job.withPage(data);
            case "job" -> job.withState(data);
            default -> job;
        };
    }
}
