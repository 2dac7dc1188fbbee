package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several kills of whatever comes, during several jobs at once. */
@Tag("chaos")
@ExtendWith(SystemExtension.class)
class ChaosIT {

    private static final int PAGES = 20;
    private static final List<String> PROCESSES =
            List.of("ocr-worker", "gateway", "export", "chat", "broker", "database");
    private static final Random RANDOM = new Random(1);

    private final LaunchedSystem system;

    ChaosIT(LaunchedSystem system) {
        this.system = system;
    }

    @RepeatedTest(5)
    void everyJobEndsWhole() throws Exception {
        Client client = system.client();
        List<String> jobs = List.of(submit(client), submit(client), submit(client));

        for (int i = 0; i < 4; i++) {
            system.kill(PROCESSES.get(RANDOM.nextInt(PROCESSES.size())));
        }

        for (String uuid : jobs) {
            JsonNode job = client.ended(uuid);
            assertThat(job.path("status").asText()).isEqualTo("done");
            for (int i = 0; i < PAGES; i++) {
                assertThat(job.path("pages").path(i).path("text").asText().toLowerCase(Locale.ROOT))
                        .contains(SampleDocuments.lines(i).getFirst().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String submit(Client client) throws Exception {
        return client.submit("chaos.pdf", SampleDocuments.scannedPdf(PAGES), Map.of())
                .json()
                .path("uuid")
                .asText();
    }
}
