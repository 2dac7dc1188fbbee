package dev.pagewright.export.docx;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.export.markup.XmlText;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The parts of the package beside the text. */
final class DocxParts {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    static final String CONTENT_TYPES = DECLARATION + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="%1$sstyles+xml"/>
            <Override PartName="/word/numbering.xml" ContentType="%1$snumbering+xml"/>
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            </Types>
            """.formatted(TYPES);

    static final String RELATIONS = DECLARATION + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="%sofficeDocument" Target="word/document.xml"/>
            <Relationship Id="rId2" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/>
            </Relationships>
            """.formatted(RELATION);

    static final String DOCUMENT_RELATIONS = DECLARATION + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="%1$sstyles" Target="styles.xml"/>
            <Relationship Id="rId2" Type="%1$snumbering" Target="numbering.xml"/>
            </Relationships>
            """.formatted(RELATION);

    private DocxParts() {}

    static String properties(JobRecord job) {
        return DECLARATION
                + """
                <cp:coreProperties \
                xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <dc:title>%s</dc:title><dc:creator>Pagewright</dc:creator>
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>
                </cp:coreProperties>
                """.formatted(XmlText.escaped(job.fileName()), job.createdAt().truncatedTo(ChronoUnit.SECONDS));
    }

    static String styles(@Nullable String language) {
        String code = language != null && language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") ? language : "en";
        var styles = new StringBuilder(DECLARATION)
                .append("""
                        <w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr>\
                        <w:rFonts w:ascii="Calibri" w:eastAsia="%s" w:hAnsi="Calibri" w:cs="Arial"/>\
                        <w:sz w:val="22"/><w:szCs w:val="22"/>\
                        <w:lang w:val="%s" w:eastAsia="%s" w:bidi="%s"/></w:rPr></w:rPrDefault>\
                        <w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
                        """.formatted(NAMESPACE, eastAsianFont(code), code, eastAsian(code), rightToLeft(code)));
        style(styles, "Normal", "Normal", "", "");
        for (int level = 1; level <= 6; level++) {
            String paragraph = "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\""
                    + (level - 1) + "\"/>";
            int size = Math.max(22, 36 - 4 * level);
            String run = "<w:b/><w:bCs/><w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%1$d\"/>".formatted(size);
            style(styles, "Heading" + level, "heading " + level, paragraph, run);
        }
        style(styles, "ListParagraph", "List Paragraph", "<w:contextualSpacing/>", "");
        style(styles, "Caption", "caption", "", "<w:i/><w:iCs/>");
        style(styles, "Code", "Code", "", "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>");
        style(styles, "Formula", "Formula", "<w:jc w:val=\"center\"/>", "");
        style(styles, "FootnoteText", "footnote text", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
        style(styles, "Note", "Note", "", "<w:b/><w:bCs/><w:color w:val=\"C00000\"/>");
        style(styles, "TableText", "Table Text", "<w:spacing w:after=\"0\"/>", "");
        style(styles, "TableHeader", "Table Header", "<w:spacing w:after=\"0\"/>", "<w:b/><w:bCs/>");
        return styles.append(TABLE_GRID).append("</w:styles>").toString();
    }

    private static final String TABLE_GRID = """
            <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\
            <w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>\
            <w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>\
            </w:tblBorders></w:tblPr></w:style>
            """;

    private static void style(StringBuilder out, String id, String name, String paragraph, String run) {
        boolean normal = id.equals("Normal");
        out.append("<w:style w:type=\"paragraph\"")
                .append(normal ? " w:default=\"1\"" : "")
                .append(" w:styleId=\"")
                .append(id)
                .append("\"><w:name w:val=\"")
                .append(name)
                .append("\"/>")
                .append(normal ? "" : "<w:basedOn w:val=\"Normal\"/>")
                .append("<w:qFormat/><w:pPr>")
                .append(paragraph)
                .append("</w:pPr><w:rPr>")
                .append(run)
                .append("</w:rPr></w:style>\n");
    }

    private static String eastAsian(String code) {
        return switch (primary(code)) {
            case "ja" -> "ja-JP";
            case "ko" -> "ko-KR";
            default -> traditional(code) ? "zh-TW" : "zh-CN";
        };
    }

    private static String eastAsianFont(String code) {
        return switch (primary(code)) {
            case "ja" -> "MS Mincho";
            case "ko" -> "Malgun Gothic";
            default -> traditional(code) ? "PMingLiU" : "SimSun";
        };
    }

    private static String rightToLeft(String code) {
        return switch (primary(code)) {
            case "he", "fa", "ur", "yi", "ps", "sd", "ug", "syr", "ckb" -> code;
            default -> "ar-SA";
        };
    }

    private static String primary(String code) {
        return code.split("-", 2)[0];
    }

    private static boolean traditional(String code) {
        return code.matches("zh-(Hant|TW|HK|MO)(-.*)?");
    }
}
