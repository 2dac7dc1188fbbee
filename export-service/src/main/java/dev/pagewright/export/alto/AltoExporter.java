package dev.pagewright.export.alto;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.Unit;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Utf8;
import dev.pagewright.export.markup.MarkupWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/**
 * ALTO 4.4 of the upright pages. A document has one unit of measurement: 1/1200 inch for a PDF, pixels for images. A
 * page that failed is there, with its code as {@code QUALITY_DETAIL}.
 */
@Singleton
public class AltoExporter implements Exporter {

    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";

    @Override
    public Format format() {
        return new Format("alto", "ALTO 4.4", "application/xml; charset=utf-8", "xml");
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var alto = new MarkupWriter(Utf8.writer(output));
        Unit unit = source.job().mediaType().equals("application/pdf") ? Unit.PT : Unit.PX;
        alto.declaration("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        alto.open(
                "alto",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " http://www.loc.gov/standards/alto/v4/alto-4-4.xsd",
                "SCHEMAVERSION",
                "4.4");
        alto.line().open("Description");
        alto.element("MeasurementUnit", unit == Unit.PT ? "inch1200" : "pixel");
        alto.open("sourceImageInformation")
                .element("fileName", source.job().fileName())
                .close("sourceImageInformation");
        alto.open("Processing", "ID", "processing").open("processingSoftware");
        alto.element("softwareName", "pagewright").close("processingSoftware").close("Processing");
        alto.close("Description").line().open("Layout").line();
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                page(alto, pages.next(), unit);
            }
        }
        alto.close("Layout").close("alto").line().flush();
    }

    private static void page(MarkupWriter alto, PageResult result, Unit unit) throws IOException {
        switch (result) {
            case PageResult.Read read -> new AltoPage(alto, read.page(), unit).write();
            case PageResult.Failed failed ->
                alto.empty(
                                "Page",
                                "ID",
                                "page_" + failed.number(),
                                "PHYSICAL_IMG_NR",
                                Integer.toString(failed.number()),
                                "QUALITY",
                                "Missing",
                                "QUALITY_DETAIL",
                                failed.code().wireName())
                        .line();
        }
    }
}
