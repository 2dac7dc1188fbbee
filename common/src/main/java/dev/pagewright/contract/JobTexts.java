package dev.pagewright.contract;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Markdown;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.Translated;
import java.io.IOException;

/** Text and Markdown of a whole job, gathered page by page. */
final class JobTexts {

    private final boolean translated;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder sourceText = new StringBuilder();
    private final StringBuilder sourceMarkdown = new StringBuilder();
    private boolean first = true;

    JobTexts(boolean translated) {
        this.translated = translated;
    }

    void add(PageResult result) {
        if (translated && result instanceof PageResult.Read read) {
            add(sourceText, sourceMarkdown, result);
            add(text, markdown, new PageResult.Read(Translated.page(read.page())));
        } else {
            if (translated) {
                add(sourceText, sourceMarkdown, result);
            }
            add(text, markdown, result);
        }
        first = false;
    }

    private void add(StringBuilder plain, StringBuilder marked, PageResult result) {
        if (result instanceof PageResult.Read read) {
            add(plain, read.page());
        }
        Markdown.append(marked, result, first);
    }

    private static void add(StringBuilder plain, Page page) {
        String piece = PlainText.of(page);
        if (!piece.isEmpty()) {
            plain.append(plain.isEmpty() ? "" : "\n\n").append(piece);
        }
    }

    void write(PublicJson values) throws IOException {
        values.text("text", text.toString());
        values.text("markdown", markdown.toString());
        if (translated) {
            values.text("source_text", sourceText.toString());
            values.text("source_markdown", sourceMarkdown.toString());
        }
    }
}
