package dev.pagewright.export.docx;

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
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * WordprocessingML (ECMA-376), written as the pages come, so that its length does not matter to memory: heading
 * styles, real lists, tables with merged cells and repeated header rows, page sizes and breaks, language and direction.
 */
@Singleton
public class DocxExporter implements Exporter {

    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Override
    public Format format() {
        return new Format("docx", "Word", MEDIA_TYPE, "docx", ExportOption.CONTENT);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        Writer text = Utf8.writer(zip);
        part(zip, text, "[Content_Types].xml", DocxParts.CONTENT_TYPES);
        part(zip, text, "_rels/.rels", DocxParts.RELATIONS);
        part(zip, text, "word/_rels/document.xml.rels", DocxParts.DOCUMENT_RELATIONS);
        part(zip, text, "word/styles.xml", DocxParts.styles(source.language()));
        part(zip, text, "docProps/core.xml", DocxParts.properties(source.job()));
        var numbering = new Numbering();
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        document(source, new MarkupWriter(text), numbering);
        text.flush();
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("word/numbering.xml"));
        numbering.write(new MarkupWriter(text));
        text.flush();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private static void part(ZipOutputStream zip, Writer text, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text.write(content);
        text.flush();
        zip.closeEntry();
    }

    private static void document(ExportSource source, MarkupWriter word, Numbering numbering) throws IOException {
        word.declaration(DocxParts.DECLARATION);
        word.open("w:document", "xmlns:w", DocxParts.NAMESPACE).open("w:body").line();
        var paragraphs = new Paragraphs(word);
        @Nullable PageSize size = null;
        try (Pages pages = source.readable()) {
            while (pages.hasNext()) {
                PageResult result = pages.next();
                PageSize next = PageSize.of(result, size);
                if (size != null && next.equals(size)) {
                    paragraphs.breakPage();
                } else if (size != null) {
                    word.open("w:p").open("w:pPr");
                    size.write(word);
                    word.close("w:pPr").close("w:p").line();
                }
                size = next;
                switch (result) {
                    case PageResult.Failed failed -> paragraphs.paragraph("Note", Notes.unread(failed));
                    case PageResult.Read read -> new DocxPage(word, paragraphs, numbering, read.page()).write();
                }
            }
        }
        (size == null ? PageSize.A4 : size).write(word);
        word.close("w:body").close("w:document").flush();
    }
}
