package dev.pagewright.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.LedgerPages;
import dev.pagewright.system.launch.SystemExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that anybody stops in any way, while clients hold connections, serves again soon. */
@ExtendWith(SystemExtension.class)
@Tag("chaos")
class DatabaseStopIT {

    private static final Duration BACK = Duration.ofSeconds(20);

    private final LaunchedSystem system;

    DatabaseStopIT(LaunchedSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @EnumSource
    void itServesAgainWithinTwentySecondsAndNothingIsLost(Stop stop) throws Exception {
        Client client = system.client();
        String uuid = client.submit("stopped.pdf", SampleDocuments.scannedPdf(8), Map.of())
                .json()
                .path("uuid")
                .asText();
        client.when(uuid, job -> job.path("pages_done").asInt() >= 1);
        long before = system.pid("database");

        stop.strike(before);

        Waiting.until("the database to serve again", BACK, () -> {
            boolean another = system.pid("database") != before || stop == Stop.HALT;
            boolean serves = another && client.get("/api/v1/ocr/" + uuid + "/").status() == 200;
            return serves ? Boolean.TRUE : null;
        });
        assertThat(client.ended(uuid).path("status").asText()).isEqualTo("done");
        assertThat(LedgerPages.ofAll(system)).containsEntry(uuid, 8);
    }
}
