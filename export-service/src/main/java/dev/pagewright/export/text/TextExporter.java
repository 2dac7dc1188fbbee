package dev.pagewright.export.text;

import dev.pagewright.document.text.PlainText;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Utf8;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Reading order, paragraphs re-joined, a form feed between pages, UTF-8. */
@Singleton
public class TextExporter implements Exporter {

    @Override
    public Format format() {
        return new Format("txt", "Plain text", "text/plain; charset=utf-8", "txt", ExportOption.CONTENT);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        Writer text = Utf8.writer(output);
        try (Pages pages = source.readable()) {
            PlainText.document(pages, text);
        }
        text.flush();
    }
}
