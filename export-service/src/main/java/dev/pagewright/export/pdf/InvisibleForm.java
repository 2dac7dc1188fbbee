package dev.pagewright.export.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A form XObject that holds invisible text and nothing that is seen: where some programs lay the text of an OCR. */
final class InvisibleForm {

    private static final Set<String> PAINTING =
            Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI");

    private InvisibleForm() {}

    /**
     * @param operands of {@code Do}, itself last
     * @param invisible whether text is invisible where the form is drawn
     */
    static boolean drawn(List<Object> operands, PDResources resources, boolean invisible) throws IOException {
        PDXObject object = operands.getFirst() instanceof COSName name ? resources.getXObject(name) : null;
        return object instanceof PDFormXObject form && holdsInvisibleTextAlone(form, invisible);
    }

    private static boolean holdsInvisibleTextAlone(PDFormXObject form, boolean invisible) throws IOException {
        var text = new DrawnText(invisible);
        List<Object> operands = new ArrayList<>();
        boolean any = false;
        for (Object token : new PDFStreamParser(form).parse()) {
            operands.add(token);
            if (!(token instanceof Operator operator)) {
                continue;
            }
            if (PAINTING.contains(operator.getName()) || (DrawnText.shows(operator) && !text.invisible())) {
                return false;
            }
            text.track(operator, operands);
            any = any || DrawnText.shows(operator);
            operands.clear();
        }
        return any;
    }
}
