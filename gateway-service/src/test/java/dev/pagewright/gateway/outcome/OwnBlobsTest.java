package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnBlobsTest {

    private static final String ACCOUNT = "a".repeat(32);
    private static final String JOB = "b".repeat(32);
    private static final String OTHER = "c".repeat(32);

    static Stream<PageOutcome> own() {
        return Stream.of(
                new PageOutcome.Started(JOB, 1, 0),
                new PageOutcome.Failed(JOB, 1, 0, "page_corrupt", "damaged"),
                read(BlobKeys.page(ACCOUNT, JOB, 3, 2)),
                assembled(BlobKeys.assembledPage(ACCOUNT, JOB, 3, 4)),
                translated(BlobKeys.translatedPage(ACCOUNT, JOB, 3, 4)));
    }

    static Stream<PageOutcome> foreign() {
        return Stream.of(
                        // each outcome's own key, but for one of its parts
                        BlobKeys.page(OTHER, JOB, 3, 2),
                        BlobKeys.page(ACCOUNT, OTHER, 3, 2),
                        BlobKeys.page(ACCOUNT, JOB, 5, 2),
                        BlobKeys.page(ACCOUNT, JOB, 3, 1),
                        BlobKeys.assembledPage(OTHER, JOB, 3, 4),
                        BlobKeys.assembledPage(ACCOUNT, OTHER, 3, 4),
                        BlobKeys.assembledPage(ACCOUNT, JOB, 3, 3),
                        BlobKeys.translatedPage(OTHER, JOB, 3, 4),
                        BlobKeys.translatedPage(ACCOUNT, OTHER, 3, 4),
                        BlobKeys.original(ACCOUNT, "d".repeat(64)),
                        BlobKeys.export(ACCOUNT, JOB, "x"),
                        BlobKeys.job(ACCOUNT, JOB) + "/pages/../../" + OTHER + "/pages/3-a2.json.gz",
                        "../secrets.properties",
                        "/etc/passwd",
                        "")
                .flatMap(key -> Stream.of(read(key), assembled(key), translated(key)));
    }

    @ParameterizedTest
    @MethodSource("own")
    void an_outcome_names_its_own_blob(PageOutcome outcome) {
        assertThatCode(() -> OwnBlobs.require(ACCOUNT, outcome)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void any_other_blob_is_refused(PageOutcome outcome) {
        assertThatThrownBy(() -> OwnBlobs.require(ACCOUNT, outcome)).isInstanceOf(UnfitOutcomeException.class);
    }

    private static PageOutcome read(String key) {
        return new PageOutcome.Read(
                JOB, 2, 3, key, "tesseract", List.of("tesseract"), "no_text_layer", "en", 0.9, 7, 0, 1);
    }

    private static PageOutcome assembled(String key) {
        return new PageOutcome.Assembled(JOB, 1, 4, Map.of(3, key), "en");
    }

    private static PageOutcome translated(String key) {
        return new PageOutcome.Translated(JOB, 1, 4, Map.of(3, key), List.of(3));
    }
}
