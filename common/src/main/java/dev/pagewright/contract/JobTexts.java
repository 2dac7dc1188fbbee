package dev.pagewright.contract;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Markdown;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.Translated;
import java.io.Closeable;
import java.io.IOException;

/** Text and Markdown of a whole job, gathered page by page; beyond a few pages on disk. */
final class JobTexts implements Closeable {

    private final boolean translated;
    private final SpooledText text = new SpooledText();
    private final SpooledText markdown = new SpooledText();
    private final SpooledText sourceText = new SpooledText();
    private final SpooledText sourceMarkdown = new SpooledText();
    private boolean first = true;

    JobTexts(boolean translated) {
        this.translated = translated;
    }

    void add(PageResult result) throws IOException {
        if (translated) {
            add(sourceText, sourceMarkdown, result);
        }
        if (translated && result instanceof PageResult.Read read) {
            add(text, markdown, new PageResult.Read(Translated.page(read.page())));
        } else {
            add(text, markdown, result);
        }
        first = false;
    }

    private void add(SpooledText plain, SpooledText marked, PageResult result) throws IOException {
        if (result instanceof PageResult.Read read) {
            String piece = PlainText.of(read.page());
            if (!piece.isEmpty()) {
                plain.append(plain.isEmpty() ? "" : "\n\n");
                plain.append(piece);
            }
        }
        StringBuilder piece = new StringBuilder();
        Markdown.append(piece, result, first);
        marked.append(piece.toString());
    }

    void write(PublicJson values) throws IOException {
        text.write(values.generator(), "text");
        markdown.write(values.generator(), "markdown");
        if (translated) {
            sourceText.write(values.generator(), "source_text");
            sourceMarkdown.write(values.generator(), "source_markdown");
        }
    }

    @Override
    public void close() throws IOException {
        for (SpooledText each : new SpooledText[] {text, markdown, sourceText, sourceMarkdown}) {
            each.close();
        }
    }
}
