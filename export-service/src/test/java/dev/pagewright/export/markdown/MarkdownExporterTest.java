package dev.pagewright.export.markdown;

import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

class MarkdownExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new MarkdownExporter();
    }

    @Override
    protected String read(byte[] file) {
        var extensions = List.of(TablesExtension.create());
        Node document = Parser.builder().extensions(extensions).build().parse(new String(file, StandardCharsets.UTF_8));
        return TextContentRenderer.builder().extensions(extensions).build().render(document);
    }
}
