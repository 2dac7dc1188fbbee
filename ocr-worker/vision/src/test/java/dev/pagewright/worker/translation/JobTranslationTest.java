package dev.pagewright.worker.translation;

import static dev.pagewright.worker.model.OpenAiStandIn.says;
import static dev.pagewright.worker.model.OpenAiStandIn.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.text.Markdown;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.Translated;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.model.OpenAiStandIn;
import dev.pagewright.worker.model.OpenAiStandIn.Behaviour;
import dev.pagewright.worker.model.TestModels;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTranslationTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "fedcba9876543210fedcba9876543210";

    /** Turns words around, which leaves numbers alone and is in no language that anybody knows. */
    private static final Behaviour TURNS = (exchange, server) -> {
        String asked = server.request(exchange);
        String text =
                new ObjectMapper().readTree(asked).at("/messages/1/content").asText();
        String part = text.substring(text.indexOf("<text>") + 6, text.indexOf("</text>"));
        says(turned(part)).answer(exchange, server);
    };

    private static String turned(String text) {
        return Pattern.compile("\\p{L}+")
                .matcher(text)
                .replaceAll(word -> new StringBuilder(word.group()).reverse().toString());
    }

    @TempDir
    Path directory;

    private DirectoryBlobStore blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new DirectoryBlobStore(directory);
    }

    @Test
    void translatesBlocksAndCellsAndKeepsTheStructure() throws IOException {
        Page page = new PageBuilder(0)
                .heading(2, "The heading")
                .paragraph("Some words about 42 things.")
                .item(0, "1.", true, "first item")
                .table(true, List.of(List.of("Name", "Price"), List.of("Tea", "4.20")))
                .build();
        try (var server = new OpenAiStandIn(TURNS)) {
            PageOutcome.Translated outcome = translation(server).run(task(stored(page), null), hour());

            assertThat(outcome.translated()).containsExactly(0);
            Page translated = Translated.page(document(outcome, 0));
            assertThat(Markdown.of(translated)).isEqualTo("""
                    ## ehT gnidaeh

                    emoS sdrow tuoba 42 sgniht.

                    1. tsrif meti

                    | emaN | ecirP |
                    | --- | --- |
                    | aeT | 4.20 |""");
            assertThat(PlainText.of(document(outcome, 0))).startsWith("The heading");
            assertThat(server.requests()).noneMatch(request -> request.contains("<text>4.20"));
            assertThat(server.requests())
                    .anyMatch(request -> request.contains("<before>The heading</before>")
                            && request.contains("<text>Some words about 42 things.</text>"));
        }
    }

    @Test
    void asksOnceMoreWhenANumberChangedAndThenSaysSo() throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words about 42 things.").build();
        try (var server = new OpenAiStandIn(says("Einige Worte über 43 Dinge."))) {
            PageOutcome.Translated outcome = translation(server).run(task(stored(page)), hour());

            assertThat(server.requests()).hasSize(2);
            assertThat(outcome.translated()).isEmpty();
            Block block = document(outcome, 0).blocks().getFirst();
            assertThat(Objects.requireNonNull(block.content().translation()).error())
                    .isEqualTo("numbers_changed");
            assertThat(PlainText.of(Translated.page(document(outcome, 0)))).isEqualTo(block.text());
        }
    }

    @Test
    void translatesALongTextInParts() throws IOException {
        Page page = new PageBuilder(0)
                .paragraph("One sentence of the long text stands here. "
                        .repeat(100)
                        .strip())
                .build();
        try (var server = new OpenAiStandIn(TURNS)) {
            PageOutcome.Translated outcome = translation(server).run(task(stored(page)), hour());

            assertThat(server.requests()).hasSize(3);
            assertThat(PlainText.of(Translated.page(document(outcome, 0)))).isEqualTo(turned(PlainText.of(page)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 40})
    void aStoredPageThatIsDamagedOrGoneIsLeftOut(int length) throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words.").build();
        String damaged = BlobKeys.page(ACCOUNT, JOB, 1, 1);
        if (length >= 0) {
            blobs.put(damaged, Arrays.copyOf(PageCodec.write(page), length));
        }
        try (var server = new OpenAiStandIn(TURNS)) {
            PageOutcome.Translated outcome = translation(server).run(task(damaged, stored(page)), hour());

            assertThat(outcome.translated()).containsExactly(1);
            assertThat(outcome.documents()).containsOnlyKeys(1);
        }
    }

    @Test
    void aTranslationThatWasStoredAndIsDamagedIsMadeAgain() throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words.").build();
        blobs.put(BlobKeys.translatedPage(ACCOUNT, JOB, 0, 1), new byte[] {1, 2, 3});
        try (var server = new OpenAiStandIn(TURNS)) {
            PageOutcome.Translated outcome = translation(server).run(task(stored(page)), hour());

            assertThat(outcome.translated()).containsExactly(0);
            assertThat(PlainText.of(Translated.page(document(outcome, 0)))).isEqualTo("emoS sdrow.");
        }
    }

    @Test
    void goesOnWhereItWasLeft() throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words.").build();
        blobs.put(BlobKeys.translatedPage(ACCOUNT, JOB, 0, 1), PageCodec.write(page));
        try (var server = new OpenAiStandIn(TURNS)) {
            translation(server).run(task(stored(page)), hour());

            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void waitsForAModelThatIsAwayAndThenEnds() throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words.").build();
        var waits = new AtomicInteger();
        try (var server = new OpenAiStandIn(status(503));
                var translator = new PageTranslator(TestModels.client(TestModels.settings(server)))) {
            var translation = new JobTranslation(translator, blobs, (duration, wanted) -> waits.incrementAndGet());

            PageOutcome.Translated outcome = translation.run(task(stored(page), stored(page)), hour());

            assertThat(waits).hasValue(5);
            assertThat(outcome.translated()).isEmpty();
            assertThat(Objects.requireNonNull(document(outcome, 1)
                                    .blocks()
                                    .getFirst()
                                    .content()
                                    .translation())
                            .error())
                    .isEqualTo("model_unavailable");
        }
    }

    @Test
    void aPageThatTheModelHadNoPartInIsNotDelivered() throws IOException {
        Page blank = new PageBuilder(0).build();
        Page numbers = new PageBuilder(1).paragraph("42 + 17 = 59").build();
        try (var server = new OpenAiStandIn(TURNS)) {
            PageOutcome.Translated outcome = translation(server).run(task(stored(blank), stored(numbers)), hour());

            assertThat(outcome.documents()).hasSize(2);
            assertThat(outcome.translated()).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void storesNothingThatWasCancelled() throws IOException {
        Page page = new PageBuilder(0).paragraph("Some words.").build();
        Deadline wanted = hour();
        wanted.cancel();
        try (var server = new OpenAiStandIn(TURNS)) {
            WorkerTask.Translate task = task(stored(page));

            assertThatThrownBy(() -> translation(server).run(task, wanted))
                    .isInstanceOf(ReadingCancelledException.class);
            assertThat(blobs.get(BlobKeys.translatedPage(ACCOUNT, JOB, 0, 1))).isEmpty();
        }
    }

    private JobTranslation translation(OpenAiStandIn server) {
        return new JobTranslation(
                new PageTranslator(TestModels.client(TestModels.settings(server))), blobs, (duration, wanted) -> {});
    }

    private String stored(Page page) throws IOException {
        String key = BlobKeys.page(ACCOUNT, JOB, page.index(), 1);
        blobs.put(key, PageCodec.write(page));
        return key;
    }

    private Page document(PageOutcome.Translated outcome, int index) throws IOException {
        return PageCodec.read(
                blobs.get(Objects.requireNonNull(outcome.documents().get(index)))
                        .orElseThrow());
    }

    private static WorkerTask.Translate task(@Nullable String... keys) {
        return new WorkerTask.Translate(JOB, ACCOUNT, 1, null, 1, "de", Arrays.asList(keys));
    }

    private static Deadline hour() {
        return Deadline.in(Duration.ofHours(1));
    }
}
