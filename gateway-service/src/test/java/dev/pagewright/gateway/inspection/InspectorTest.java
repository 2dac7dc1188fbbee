package dev.pagewright.gateway.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that try to take the gateway's time or memory; and what a type is told by. */
class InspectorTest {

    @TempDir
    private Path directory;

    private Inspector inspector;

    @BeforeEach
    void open() {
        inspector = TestInspector.in(directory, new TestSettings());
    }

    @AfterEach
    void close() {
        inspector.close();
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF", "bmp,BMP", "tiff,TIFF"})
    void a_picture_is_told_by_its_bytes(String format, MediaType type) throws IOException {
        Inspection inspection = inspect(dev.pagewright.gateway.testing.Files.image(format));

        assertThat(inspection).isEqualTo(new Inspection.Accepted(type, 1));
    }

    @Test
    void a_pdf_may_stand_behind_other_bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("some mail header\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(dev.pagewright.gateway.testing.Files.pdf(2));

        assertThat(inspect(bytes.toByteArray())).isEqualTo(new Inspection.Accepted(MediaType.PDF, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BM is no bitmap", "II*", "RIFFxxxxWAVE", "<svg/>", "PK\u0003\u0004", "\u0000\u0000\u0000"})
    void what_is_none_of_the_types_is_refused(String content) throws IOException {
        assertThat(inspect(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(Inspection.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.UNSUPPORTED_TYPE));
    }

    @Test
    void a_page_tree_that_bites_its_tail_is_refused_in_time() throws IOException {
        String pdf = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>> endobj
            trailer <</Root 1 0 R/Size 3>>
            """;

        assertThat(timed(pdf.getBytes(StandardCharsets.US_ASCII))).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_page_tree_that_doubles_at_each_level_is_refused_in_time() throws IOException {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        for (int level = 2; level < 62; level++) {
            pdf.append("%d 0 obj <</Type/Pages/Kids[%d 0 R %d 0 R]/Count 1152921504606846976>> endobj\n"
                    .formatted(level, level + 1, level + 1));
        }
        pdf.append("62 0 obj <</Type/Page/MediaBox[0 0 9 9]/Parent 61 0 R>> endobj\ntrailer <</Root 1 0 R/Size 63>>\n");

        assertThat(timed(pdf.toString().getBytes(StandardCharsets.US_ASCII))).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void cross_references_that_name_each_other_are_survived() throws IOException {
        String pdf = "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n";

        assertThat(timed(pdf.getBytes(StandardCharsets.US_ASCII))).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void an_object_stream_that_inflates_to_a_gigabyte_takes_neither_time_nor_the_gateway() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                deflater.write(zeros);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + stream.size()
                        + ">> stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(stream.toByteArray());
        pdf.writeBytes(
                "\nendstream endobj\ntrailer <</Root 2 0 R/Size 3>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(timed(pdf.toByteArray())).isLessThan(Duration.ofSeconds(8));
        assertThat(inspect(dev.pagewright.gateway.testing.Files.pdf(1)))
                .isEqualTo(new Inspection.Accepted(MediaType.PDF, 1));
    }

    /** Whatever the answer: there is one, in time. */
    private Duration timed(byte[] content) throws IOException {
        long start = System.nanoTime();
        assertThat(inspect(content)).isNotNull();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Inspection inspect(byte[] content) throws IOException {
        Path file = Files.createTempFile(directory, "upload", "");
        Files.write(file, content);
        return inspector.inspect(file, null);
    }
}
