package dev.pagewright.export.docx;

import java.math.BigInteger;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;

/** Short forms for docx4j's tree of WordprocessingML. Thread-safe. */
final class Wml {

    static final ObjectFactory MAKE = Context.getWmlObjectFactory();

    private Wml() {}

    static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }

    /** An on/off property that is on. */
    static BooleanDefaultTrue on() {
        return new BooleanDefaultTrue();
    }

    /** Properties of a paragraph in a style. */
    static PPr styled(String style) {
        PPr properties = MAKE.createPPr();
        PPrBase.PStyle name = MAKE.createPPrBasePStyle();
        name.setVal(style);
        properties.setPStyle(name);
        return properties;
    }

    static P paragraph(PPr properties) {
        P paragraph = MAKE.createP();
        paragraph.setPPr(properties);
        return paragraph;
    }
}
