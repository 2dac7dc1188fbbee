package dev.pagewright.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job has come to.
 *
 * @param pages that it has in all
 * @param read of them, those that failed included
 * @param failures a sentence for each page that could not be read, in the order of their end
 * @param error why the job as a whole failed; empty where it did not
 */
public record Job(String uuid, String status, int pages, int read, List<String> failures, String error) {

    public Job {
        failures = List.copyOf(failures);
    }

    static Job of(JsonNode json) {
        List<String> failures = new ArrayList<>();
        json.path("pages").forEach(page -> failure(page).forEach(failures::add));
        String code = json.path("error").asText("");
        return new Job(
                json.path("uuid").asText(),
                json.path("status").asText(),
                json.path("page_count").asInt(),
                json.path("pages_done").asInt() + json.path("pages_failed").asInt(),
                failures,
                code.isEmpty() ? "" : json.path("error_detail").asText(code));
    }

    /** The same job after an event of one of its pages. */
    Job withPage(JsonNode page) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(failure(page));
        return new Job(uuid, status, pages, read, all, error);
    }

    /** The same job as a later event tells it. */
    Job withState(JsonNode json) {
        Job later = of(json);
        return new Job(uuid, later.status, later.pages, later.read, failures, later.error);
    }

    private static List<String> failure(JsonNode page) {
        return page.path("status").asText().equals("failed")
                ? List.of("page %d could not be read (%s)"
                        .formatted(
                                page.path("index").asInt() + 1,
                                page.path("error").asText("unknown")))
                : List.of();
    }

    public boolean finished() {
        return done() || status.equals("failed");
    }

    public boolean done() {
        return status.equals("done");
    }
}
