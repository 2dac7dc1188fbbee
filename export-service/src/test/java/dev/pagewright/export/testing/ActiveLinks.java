package dev.pagewright.export.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Where one can get from a file by a click, or by opening it: read by other libraries than wrote it. */
public final class ActiveLinks {

    private static final Pattern TARGET = Pattern.compile("Target=\"([^\"]*)\"[^>]*TargetMode=\"External\"");
    private static final Pattern FIELD = Pattern.compile("<w:(instrText|fldSimple)|<f[ >]|<ddeLink");

    private ActiveLinks() {}

    public static List<String> of(String format, byte[] file) throws IOException {
        return switch (format) {
            case "html", "hocr" -> markup(new String(file, StandardCharsets.UTF_8));
            case "md" -> markdown(new String(file, StandardCharsets.UTF_8));
            case "docx", "xlsx" -> office(file);
            case "pdf" -> pdf(file);
            default -> List.of();
        };
    }

    private static List<String> markup(String text) {
        List<String> links = new ArrayList<>();
        for (Element element : Jsoup.parse(text).getAllElements()) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey();
                if (List.of("href", "src", "action", "data", "formaction").contains(name) || name.startsWith("on")) {
                    links.add(attribute.getValue());
                }
            });
            if (element.tagName().equals("script") || element.tagName().equals("iframe")) {
                links.add(element.tagName());
            }
        }
        return links;
    }

    private static List<String> markdown(String text) {
        List<String> links = new ArrayList<>();
        Parser.builder().build().parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                links.addAll(markup(html.getLiteral()));
            }

            @Override
            public void visit(HtmlBlock html) {
                links.addAll(markup(html.getLiteral()));
            }
        });
        return links;
    }

    private static List<String> office(byte[] file) throws IOException {
        List<String> links = new ArrayList<>();
        Path stored = Files.createTempFile("active-links", ".zip");
        try (var zip = new ZipFile(Files.write(stored, file).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                Matcher target = TARGET.matcher(part);
                while (target.find()) {
                    links.add(target.group(1));
                }
                if (FIELD.matcher(part).find()) {
                    links.add("a field in " + entry.getName());
                }
            }
        } finally {
            Files.delete(stored);
        }
        return links;
    }

    private static List<String> pdf(byte[] file) throws IOException {
        List<String> links = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getDocumentCatalog().getOpenAction() != null) {
                links.add("an action at opening");
            }
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    links.add(String.valueOf(annotation.getCOSObject()));
                }
            }
        }
        return links;
    }
}
