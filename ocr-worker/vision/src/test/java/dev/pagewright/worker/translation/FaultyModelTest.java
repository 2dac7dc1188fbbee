package dev.pagewright.worker.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.model.FaultyEndpoints;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a model fails, the translation of a job ends soon, says so block by block, and delivers nothing to be charged. */
class FaultyModelTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "fedcba9876543210fedcba9876543210";

    /** Instead of the 40 seconds of an installation. */
    private static final Duration QUESTION = Duration.ofMillis(500);

    /** What an installation may wait in all, beside one question that hangs. */
    private static final Duration PAUSES = Duration.ofSeconds(25);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(FaultyEndpoints.class)
    void endsSoonWithoutACharge(FaultyEndpoints fault) throws IOException {
        var blobs = new DirectoryBlobStore(directory);
        List<String> keys = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            String key = BlobKeys.page(ACCOUNT, JOB, index, 1);
            blobs.put(key, PageCodec.write(page(index)));
            keys.add(key);
        }
        List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
        try (var server = fault.open();
                var translator = new PageTranslator(TestModels.client(TestModels.settings(server, QUESTION)))) {
            var translation = new JobTranslation(translator, blobs, (duration, wanted) -> pauses.add(duration));
            var task = new WorkerTask.Translate(JOB, ACCOUNT, 1, null, 1, "de", keys);
            long start = System.nanoTime();

            PageOutcome.Translated outcome = translation.run(task, Deadline.in(Duration.ofHours(1)));

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(PAUSES);
            assertThat(outcome.translated()).isEmpty();
            assertThat(outcome.documents()).hasSize(6);
            for (String key : outcome.documents().values()) {
                assertThat(PageCodec.read(blobs.get(key).orElseThrow()).blocks())
                        .allSatisfy(FaultyModelTest::failed);
            }
            if (fault.silent()) {
                assertThat(took).as("one question's time, not one of each").isLessThan(QUESTION.multipliedBy(30));
                assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    private static void failed(Block block) {
        var translation = Objects.requireNonNull(block.content().translation());
        assertThat(translation.text()).isNull();
        assertThat(translation.error()).isNotBlank();
    }

    private static Page page(int index) {
        return new PageBuilder(index)
                .heading(1, "The annual report of the harbour")
                .paragraph("Nobody in the office knew what the ship had brought, and that is how it was meant to be.")
                .paragraph("It was the last of the season, and the crew were glad of it.")
                .build();
    }
}
