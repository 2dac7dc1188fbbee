package dev.pagewright.system.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the ledger of a system's own account says was charged. */
public final class LedgerPages {

    private LedgerPages() {}

    /** Charged pages by job; a page that was charged twice is an error. */
    public static Map<String, Integer> ofAll(LaunchedSystem system) throws IOException, InterruptedException {
        String account =
                system.client().get("/api/v1/account/").json().path("id").asText();
        Map<String, Set<Integer>> pages = new HashMap<>();
        String cursor = "";
        do {
            JsonNode entries = system.administrator()
                    .get("/api/v1/admin/accounts/" + account + "/ledger/?limit=100" + cursor)
                    .json();
            for (JsonNode entry : entries.path("items")) {
                if (entry.path("kind").asText().equals("settle")) {
                    String job = entry.path("job").asText();
                    int page = entry.path("page").asInt();
                    assertThat(pages.computeIfAbsent(job, ignored -> new HashSet<>())
                                    .add(page))
                            .as("page %d of %s is charged for the first time", page, job)
                            .isTrue();
                }
            }
            cursor = entries.path("next").isNull()
                    ? ""
                    : "&cursor=" + entries.path("next").asText();
        } while (!cursor.isEmpty());
        Map<String, Integer> counts = new HashMap<>();
        pages.forEach((job, charged) -> counts.put(job, charged.size()));
        return counts;
    }
}
