package dev.pagewright.export.markdown;

import dev.pagewright.document.text.Markdown;
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

/** GitHub Flavored Markdown, pages divided by an HTML comment. */
@Singleton
public class MarkdownExporter implements Exporter {

    @Override
    public Format format() {
        return new Format("md", "Markdown", "text/markdown; charset=utf-8", "md", ExportOption.CONTENT);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        Writer text = Utf8.writer(output);
        try (Pages pages = source.readable()) {
            Markdown.document(pages, text);
        }
        text.flush();
    }
}
