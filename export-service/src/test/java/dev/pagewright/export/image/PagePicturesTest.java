package dev.pagewright.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.export.format.ExportRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePicturesTest {

    @TempDir
    Path directory;

    @Test
    void a_page_that_takes_too_long_to_draw_is_given_up() throws IOException {
        Path file = directory.resolve("lines.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < 1_000; i++) {
                    content.moveTo(0, i);
                    content.lineTo(600, i);
                    content.stroke();
                }
            }
            document.save(file.toFile());
        }

        assertThat(PagePictures.ofPdf(file, null, 1, null, 600).getWidth()).isEqualTo(600);
        assertThatThrownBy(() -> PagePictures.ofPdf(file, null, 1, null, 600, Duration.ZERO))
                .isInstanceOf(ExportRefusedException.class);
    }
}
