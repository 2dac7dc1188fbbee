package dev.pagewright.gateway.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import dev.pagewright.gateway.testing.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sound files cost; the figures of docs/design/0012-inspection.md. */
class InspectionTimesTest {

    private static final int ROUNDS = 11;

    @TempDir
    private Path directory;

    @Test
    void sound_files_are_looked_at_in_a_moment_large_ones_too() throws IOException {
        Inspector inspector = TestInspector.in(directory, new TestSettings());
        try {
            Path small = write("small.pdf", Files.pdf(3));
            Path picture = write("picture.png", Files.image("png"));
            Path large = large(5_000);
            System.out.printf("first file, its process started: %d ms%n", micros(inspector, small) / 1000);
            System.out.printf("its memory: %d MB%n", resident() >> 20);
            for (Path file : List.of(small, picture, large)) {
                long[] times = new long[ROUNDS];
                Arrays.setAll(times, i -> micros(inspector, file));
                Arrays.sort(times);
                System.out.printf(
                        "%s: median %d us, slowest %d us; memory %d MB%n",
                        file.getFileName(), times[ROUNDS / 2], times[ROUNDS - 1], resident() >> 20);
            }
            assertThat(inspector.inspect(large, null)).isEqualTo(new Inspection.Accepted(MediaType.PDF, 5_000));
            assertThat(Duration.ofNanos(1_000 * micros(inspector, small))).isLessThan(Duration.ofSeconds(2));
        } finally {
            inspector.close();
        }
    }

    /** {@code -Dpagewright.rounds=20} for the figures of the docs; fenced and not by turns. */
    @Test
    void a_fence_costs_a_start_little() throws IOException, InterruptedException {
        int rounds = Integer.getInteger("pagewright.rounds", 3);
        long[] fenced = new long[rounds];
        long[] free = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            fenced[i] = start(FenceMode.IF_THERE);
            free[i] = start(FenceMode.OFF);
        }
        Arrays.sort(fenced);
        Arrays.sort(free);
        System.out.printf(
                "a process's start: median %d ms in a fence, %d ms without%n", fenced[rounds / 2], free[rounds / 2]);
        assertThat(fenced[rounds / 2]).isLessThan(3 * free[rounds / 2] + 500);
    }

    /** Milliseconds until it can be asked. */
    private long start(FenceMode mode) throws IOException, InterruptedException {
        Fence fence = Fence.of(mode);
        long start = System.nanoTime();
        new ChildStart(new TestSettings(), fence, directory).start().end();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long micros(Inspector inspector, Path file) {
        long start = System.nanoTime();
        assertThat(inspector.inspect(file, null)).isInstanceOf(Inspection.Accepted.class);
        return (System.nanoTime() - start) / 1000;
    }

    private Path write(String name, byte[] content) throws IOException {
        return java.nio.file.Files.write(directory.resolve(name), content);
    }

    /** Compressed as programs write it today, each page with some objects of its own. */
    private Path large(int pages) throws IOException {
        Path file = directory.resolve("large.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(new PDResources());
                for (int object = 0; object < 10; object++) {
                    COSArray numbers = new COSArray();
                    for (int n = 0; n < 20; n++) {
                        numbers.add(COSInteger.get(i * 31L + n));
                    }
                    numbers.setDirect(false);
                    page.getCOSObject().setItem("X" + object, new org.apache.pdfbox.cos.COSObject(numbers));
                }
                document.addPage(page);
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** Bytes of the inspection processes that are resident; 0 where the system does not tell. */
    private static long resident() {
        ToLongFunction<ProcessHandle> bytes = process -> {
            try {
                String pages = java.nio.file.Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"))
                        .split(" ", 3)[1];
                return Long.parseLong(pages) * 4096;
            } catch (IOException e) {
                return 0;
            }
        };
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(Child.class.getName()))
                .mapToLong(bytes)
                .sum();
    }
}
