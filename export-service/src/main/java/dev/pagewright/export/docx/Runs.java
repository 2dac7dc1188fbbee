package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;
import static dev.pagewright.export.docx.Wml.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.relationships.Namespaces;
import org.docx4j.relationships.Relationship;
import org.docx4j.wml.CTFtnEdnRef;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.RStyle;
import org.docx4j.wml.Text;
import org.jspecify.annotations.Nullable;

/** The runs of a text: plain ones, links, marks of notes. Not thread-safe. */
final class Runs {

    private final Part part;
    private final Map<String, String> links = new HashMap<>();

    /** @param part the part that the text stands in, which has the relationships of its links */
    Runs(Part part) {
        this.part = part;
    }

    /** What a paragraph holds. */
    List<Object> of(Passage passage, boolean rightToLeft) {
        List<Object> content = new ArrayList<>();
        String text = passage.text();
        int done = 0;
        for (Passage.Spot spot : passage.spots()) {
            plain(content, text.substring(done, spot.from()), rightToLeft);
            String stretch = text.substring(spot.from(), spot.to());
            switch (spot) {
                case Passage.Linked link -> content.add(link(link.uri(), stretch, rightToLeft));
                case Passage.NoteMark mark -> content.add(mark(mark.note(), stretch));
            }
            done = spot.to();
        }
        plain(content, text.substring(done), rightToLeft);
        return content;
    }

    /** A run that holds one thing. */
    static R run(boolean rightToLeft, Object content) {
        R run = MAKE.createR();
        if (rightToLeft) {
            RPr properties = MAKE.createRPr();
            properties.setRtl(Wml.on());
            run.setRPr(properties);
        }
        run.getContent().add(content);
        return run;
    }

    private static void plain(List<Object> content, String text, boolean rightToLeft) {
        if (!text.isEmpty()) {
            content.add(texted(null, text, rightToLeft));
        }
    }

    private Object link(String uri, String text, boolean rightToLeft) {
        P.Hyperlink link = MAKE.createPHyperlink();
        link.setId(links.computeIfAbsent(uri, this::related));
        link.getContent().add(texted("Hyperlink", text, rightToLeft));
        return MAKE.createPHyperlink(link);
    }

    private String related(String uri) {
        var relationship = new Relationship();
        relationship.setType(Namespaces.HYPERLINK);
        relationship.setTarget(uri);
        relationship.setTargetMode("External");
        part.getRelationshipsPart().addRelationship(relationship);
        return relationship.getId();
    }

    /** The mark as the page shows it, which leads to the note. */
    private static R mark(long note, String text) {
        CTFtnEdnRef reference = MAKE.createCTFtnEdnRef();
        reference.setId(whole(note));
        reference.setCustomMarkFollows(true);
        R run = texted("FootnoteReference", text, false);
        run.getContent().addFirst(MAKE.createRFootnoteReference(reference));
        return run;
    }

    /** A run in a style: tabs and line breaks are elements of their own. */
    static R texted(@Nullable String style, String text, boolean rightToLeft) {
        R run = MAKE.createR();
        if (style != null || rightToLeft) {
            RPr properties = MAKE.createRPr();
            if (style != null) {
                RStyle name = MAKE.createRStyle();
                name.setVal(style);
                properties.setRStyle(name);
            }
            if (rightToLeft) {
                properties.setRtl(Wml.on());
            }
            run.setRPr(properties);
        }
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\t') {
                continue;
            }
            if (i > from) {
                Text piece = MAKE.createText();
                piece.setValue(text.substring(from, i));
                piece.setSpace("preserve");
                run.getContent().add(MAKE.createRT(piece));
            }
            if (i < text.length()) {
                run.getContent().add(c == '\n' ? MAKE.createBr() : MAKE.createRTab(MAKE.createRTab()));
            }
            from = i + 1;
        }
        return run;
    }
}
