package dev.pagewright.export.docx;

import static dev.pagewright.export.docx.Wml.MAKE;
import static dev.pagewright.export.docx.Wml.whole;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.export.markup.XmlText;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.docx4j.XmlUtils;
import org.docx4j.docProps.core.CoreProperties;
import org.docx4j.docProps.core.dc.elements.SimpleLiteral;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.CTCompat;
import org.docx4j.wml.CTCompatSetting;
import org.docx4j.wml.CTFtnDocProps;
import org.docx4j.wml.CTFtnEdnSepRef;
import org.docx4j.wml.CTLanguage;
import org.docx4j.wml.CTSettings;
import org.docx4j.wml.RPr;
import org.docx4j.wml.Styles;
import org.jspecify.annotations.Nullable;

/** The parts of the package beside the text. */
final class Parts {

    private static final org.docx4j.docProps.core.dc.elements.ObjectFactory ELEMENTS =
            new org.docx4j.docProps.core.dc.elements.ObjectFactory();
    private static final org.docx4j.docProps.core.dc.terms.ObjectFactory TERMS =
            new org.docx4j.docProps.core.dc.terms.ObjectFactory();

    private Parts() {}

    /** Title, maker and date, for those who look a file up by them. */
    static DocPropsCorePart properties(JobRecord job) throws InvalidFormatException {
        CoreProperties properties = new org.docx4j.docProps.core.ObjectFactory().createCoreProperties();
        properties.setTitle(ELEMENTS.createTitle(literal(XmlText.of(job.fileName()))));
        properties.setCreator(literal("Pagewright"));
        var created = TERMS.createW3CDTF();
        created.getContent().add(job.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        properties.setCreated(created);
        var part = new DocPropsCorePart();
        part.setJaxbElement(properties);
        return part;
    }

    private static SimpleLiteral literal(String text) {
        SimpleLiteral literal = ELEMENTS.createSimpleLiteral();
        literal.getContent().add(text);
        return literal;
    }

    /** The styles of {@code styles.xml}, with the fonts and the language of the text. */
    static StyleDefinitionsPart styles(@Nullable String language) throws InvalidFormatException, JAXBException {
        Styles styles;
        try (InputStream template = Objects.requireNonNull(Parts.class.getResourceAsStream("styles.xml"))) {
            styles = (Styles) XmlUtils.unmarshal(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TextLanguage code = TextLanguage.of(language);
        RPr run = styles.getDocDefaults().getRPrDefault().getRPr();
        run.getRFonts().setEastAsia(code.eastAsianFont());
        CTLanguage languages = MAKE.createCTLanguage();
        languages.setVal(code.code());
        languages.setEastAsia(code.eastAsian());
        languages.setBidi(code.rightToLeft());
        run.setLang(languages);
        var part = new StyleDefinitionsPart();
        part.setJaxbElement(styles);
        return part;
    }

    /** What Word needs to know: which notes are lines, and that it need not lay out as its older versions did. */
    static DocumentSettingsPart settings() throws InvalidFormatException {
        CTSettings settings = MAKE.createCTSettings();
        CTFtnDocProps notes = MAKE.createCTFtnDocProps();
        for (int line = -1; line <= 0; line++) {
            CTFtnEdnSepRef separator = MAKE.createCTFtnEdnSepRef();
            separator.setId(whole(line));
            notes.getFootnote().add(separator);
        }
        settings.setFootnotePr(notes);
        CTCompatSetting mode = MAKE.createCTCompatSetting();
        mode.setName("compatibilityMode");
        mode.setUri("http://schemas.microsoft.com/office/word");
        mode.setVal("15");
        CTCompat compatibility = MAKE.createCTCompat();
        compatibility.getCompatSetting().add(mode);
        settings.setCompat(compatibility);
        var part = new DocumentSettingsPart();
        part.setJaxbElement(settings);
        return part;
    }
}
