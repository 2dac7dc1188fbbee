package dev.pagewright.export.docx;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Notes;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Unclosable;
import dev.pagewright.export.image.PageCuts;
import jakarta.inject.Singleton;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.contenttype.ContentTypes;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.io3.Save;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.wml.SectPr;
import org.jspecify.annotations.Nullable;

/**
 * WordprocessingML (ECMA-376), written as the pages come: heading styles, real lists and notes, tables with merged cells
 * and repeated header rows, links, pictures of figures, page sizes and breaks, language and direction.
 */
@Singleton
public class DocxExporter implements Exporter {

    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Has docx4j learn its classes, which takes a processor some seconds; once is enough. */
    public static void warm() {
        Context.getJaxbImplementation();
    }

    @Override
    public Format format() {
        return new Format("docx", "Word", MEDIA_TYPE, "docx", ExportOption.CONTENT);
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        try (var cuts = new PageCuts(source)) {
            var numbering = new Numbering();
            var notes = new Footnotes();
            var document = new WordprocessingMLPackage();
            var body = new StreamedBody((part, sink) -> write(source, sink, part, numbering, notes, cuts));
            document.addTargetPart(body);
            body.addTargetPart(Parts.styles(source.language()));
            body.addTargetPart(numbering.part());
            body.addTargetPart(notes.part());
            body.addTargetPart(Parts.settings());
            document.addTargetPart(Parts.properties(source.job()));
            document.getContentTypeManager().addDefaultContentType("jpeg", ContentTypes.IMAGE_JPEG);
            new Save(document).save(new Unclosable(output)); // or docx4j would close it
        } catch (Docx4JException | JAXBException e) {
            throw failure(e);
        }
    }

    /** What stopped the writing, from under what docx4j wraps around it. */
    private static IOException failure(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException unchecked) {
                return Objects.requireNonNull(unchecked.getCause());
            }
        }
        return new IOException("the document could not be written", thrown);
    }

    private static SectPr write(
            ExportSource source, StreamedBody.Sink sink, Part body, Numbering numbering, Footnotes notes, PageCuts cuts)
            throws IOException {
        var paragraphs = new Paragraphs(sink, new Runs(body));
        var writer = new DocxPage(paragraphs, numbering, notes, new Figures(body, cuts), sink);
        @Nullable PageSize size = null;
        try (Pages pages = source.readable()) {
            while (pages.hasNext()) {
                PageResult result = pages.next();
                PageSize next = PageSize.of(result, size);
                if (size != null && next.equals(size)) {
                    paragraphs.breakPage();
                } else if (size != null) {
                    paragraphs.endSection(size.section());
                }
                size = next;
                switch (result) {
                    case PageResult.Failed failed -> paragraphs.add("Note", Passage.of(Notes.unread(failed)));
                    case PageResult.Read read -> writer.write(read.page(), size);
                }
            }
        }
        paragraphs.settleBreak();
        return (size == null ? PageSize.A4 : size).section();
    }
}
