package dev.pagewright.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.PageResult;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import dev.pagewright.testing.Extent;
import dev.pagewright.worker.model.ModelSettings;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.queue.quarantine.Quarantine;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReaderSettings;
import dev.pagewright.worker.vision.PromptProfile;
import dev.pagewright.worker.vision.VisionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that unfold to more than any heap, four of a kind at once, in real quarantine processes with the real reader. */
class BombIT {

    private static final Duration TIME = Duration.ofSeconds(40);
    /** More than a process's heap, and than its disk. */
    private static final int UNFOLDED = Extent.of(300, 1_200) << 20;
    /** In bytes: what a process may write. */
    private static final long DISK = UNFOLDED / 6L * 5;

    @TempDir
    private static Path directory;

    private enum Bomb {
        OBJECT_STREAM("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>", "", "9 0 "),
        OBJECT_STREAM_TWICE_FOLDED(
                "<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d>>", "", "9 0 "),
        CONTENT("<</Filter/FlateDecode/Length %d>>", "/Contents 4 0 R", "q "),
        PICTURE(
                "<</Type/XObject/Subtype/Image/Width 36000/Height 36000/BitsPerComponent 8/ColorSpace/DeviceGray"
                        + "/Filter/FlateDecode/Length %d>>",
                "/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>", "");

        private final String dictionary;
        private final String page;
        private final String beginning;

        Bomb(String dictionary, String page, String beginning) {
            this.dictionary = dictionary;
            this.page = page;
            this.beginning = beginning;
        }

        byte[] file() throws IOException {
            byte[] folded = folded(beginning);
            if (this == OBJECT_STREAM_TWICE_FOLDED) {
                var again = new ByteArrayOutputStream();
                try (var deflater = new DeflaterOutputStream(again)) {
                    deflater.write(folded);
                }
                folded = again.toByteArray();
            }
            var file = new ByteArrayOutputStream();
            write(file, "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
            write(file, "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
            write(file, "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]" + page + ">>endobj\n");
            write(file, "5 0 obj<</Length 30>>stream\nq 600 0 0 800 0 0 cm /I Do Q  \nendstream endobj\n");
            write(file, "4 0 obj" + dictionary.formatted(folded.length) + "stream\n");
            file.writeBytes(folded);
            write(file, "\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n");
            return file.toByteArray();
        }

        private static byte[] folded(String beginning) throws IOException {
            var folded = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(folded)) {
                deflater.write(beginning.getBytes(StandardCharsets.US_ASCII));
                byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < UNFOLDED / blanks.length; i++) {
                    deflater.write(blanks);
                }
            }
            return folded.toByteArray();
        }

        private static void write(ByteArrayOutputStream file, String text) {
            file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aBombEndsItsOwnProcessAloneAndLeavesNothing() throws Exception {
        Path cells = directory.resolve("cells");
        ReaderSettings engines = ReaderSettings.of(directory.resolve("engines"), null, List.of());
        PageReaders.open(engines).close(); // as the worker has: a process in quarantine unpacks nothing
        var quarantine = new Quarantine(
                QuarantineProcess.program(engines, 192, 0),
                Fence.of(FenceMode.IF_THERE),
                cells,
                Duration.ofSeconds(30),
                DISK,
                4);
        for (Bomb bomb : Bomb.values()) {
            Path file = Files.write(directory.resolve(bomb + ".pdf"), bomb.file());
            assertThat(Files.size(file)).isLessThan(2_000_000);

            for (PageResult result : fourAtOnce(quarantine, file)) {
                if (result instanceof PageResult.Failed failed) {
                    assertThat(failed.code())
                            .isIn(PageErrorCode.PAGE_TOO_LARGE, PageErrorCode.PAGE_TIMEOUT, PageErrorCode.PAGE_CORRUPT);
                }
            }
            assertThat(cells).isEmptyDirectory();
        }
    }

    @Test
    void theEndpointsKeyIsToldForPagesAloneThatGoToIt() {
        var endpoint = new VisionSettings(
                new ModelSettings(URI.create("https://models.example/v1"), "m", "endpoint-key", 1000, 1, 100),
                PromptProfile.GENERIC,
                0);
        var told = QuarantineProcess.told(
                ReaderSettings.of(directory, null, List.of()).with(endpoint));

        assertThat(told.apply(new TaskOptions("cpu", "auto", "auto")).toString())
                .doesNotContain("endpoint-key");
        assertThat(told.apply(new TaskOptions("vlm", "auto", "auto")).toString())
                .contains("endpoint-key");
    }

    private static List<PageResult> fourAtOnce(Quarantine quarantine, Path file)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<PageResult>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> quarantine.read(
                        new PageRequest(
                                "job",
                                0,
                                1,
                                file,
                                "application/pdf",
                                null,
                                new TaskOptions("cpu", "auto", "auto"),
                                Deadline.in(TIME)),
                        TIME)));
            }
            List<PageResult> results = new ArrayList<>();
            for (Future<PageResult> each : all) {
                results.add(each.get());
            }
            return results;
        }
    }
}
