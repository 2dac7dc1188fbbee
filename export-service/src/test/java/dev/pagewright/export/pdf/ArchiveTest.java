package dev.pagewright.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.Jobs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is called PDF/A is accepted by veraPDF. */
class ArchiveTest {

    private final PdfExporter exporter = new PdfExporter();

    @BeforeAll
    static void findValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png"})
    void anImageBecomesAnArchivablePdf(String type, String mediaType) throws Exception {
        var source = FakeSource.of(SamplePages.article(0), SamplePages.arabic(0))
                .withOriginal(image(type), null)
                .withJob(Jobs.job("done", "a & b." + type, mediaType, 1, null, null))
                .with(exporter.format(), "pdfa", "2b");

        assertArchivable(source.written(exporter));
    }

    @Test
    void aPdfBecomesOneOfPicturesAndText() throws Exception {
        var source = FakeSource.of(SamplePages.article(0))
                .withOriginal(pdf(), null)
                .with(exporter.format(), "pdfa", "2b", "rasterize", "true");

        assertArchivable(source.written(exporter));
    }

    @Test
    void aPdfAsItStandsIsRefused() throws Exception {
        var source =
                FakeSource.of(SamplePages.article(0)).withOriginal(pdf(), null).with(exporter.format(), "pdfa", "2b");

        assertThatThrownBy(() -> exporter.write(source, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(ExportRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.PDFA_NOT_POSSIBLE));
    }

    private static void assertArchivable(byte[] file) throws Exception {
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    private static byte[] image(String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(612, 792, BufferedImage.TYPE_INT_RGB), type, bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
