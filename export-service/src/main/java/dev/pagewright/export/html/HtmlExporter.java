package dev.pagewright.export.html;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Notes;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Utf8;
import dev.pagewright.export.markup.MarkupWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** One file without scripts or references, semantic, readable on a phone. */
@Singleton
public class HtmlExporter implements Exporter {

    /** System fonts alone: nothing is fetched. */
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{margin:0 auto;padding:1rem;max-width:46rem;font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
            .page+.page{border-top:1px solid #8888;margin-top:2rem;padding-top:1rem}
            .scroll{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;overflow-wrap:normal}
            td,th{border:1px solid #8888;padding:.3rem .6rem;text-align:start;vertical-align:top;white-space:pre-line}
            pre{overflow-x:auto;padding:.75rem;border:1px solid #8888}figure{margin:1rem 0}
            .caption{font-style:italic}.footnote{font-size:.875rem}.formula{text-align:center}
            .note{border-inline-start:.25rem solid #c00;padding:.5rem 1rem}p,li{white-space:pre-line}
            """;

    @Override
    public Format format() {
        return new Format("html", "Web page", "text/html; charset=utf-8", "html", ExportOption.CONTENT);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var html = new MarkupWriter(Utf8.writer(output));
        html.declaration("<!DOCTYPE html>\n");
        String language = source.language();
        if (language == null) {
            html.open("html");
        } else {
            html.open("html", "lang", language);
        }
        html.open("head").declaration("<meta charset=\"utf-8\">");
        html.declaration("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.element("title", source.job().fileName());
        html.declaration("<style>" + STYLE + "</style>").close("head").line();
        html.open("body").open("main").line();
        try (Pages pages = source.readable()) {
            while (pages.hasNext()) {
                page(html, pages.next());
            }
        }
        html.close("main").close("body").close("html").line().flush();
    }

    private static void page(MarkupWriter html, PageResult result) throws IOException {
        html.open("section", "class", "page", "id", "page-" + result.number(), "aria-label", "Page " + result.number());
        html.line();
        switch (result) {
            case PageResult.Read read -> new HtmlPage(html, read.page()).write();
            case PageResult.Failed failed -> html.element("p", Notes.unread(failed), "class", "note", "role", "note");
        }
        html.close("section").line();
    }
}
