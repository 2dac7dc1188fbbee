package dev.pagewright.document;

import java.util.Locale;
import java.util.Optional;

/**
 * A step on a page's way that another way can stand in for; the contract's names for {@code degraded}.
 */
public enum PageStep {
    /** Reading the file's own text; the picture stands in for it. */
    TEXT_LAYER,
    /** Whether the text layer is to be trusted; the picture is read. */
    TRUST,
    /** Decoding or rendering the page's picture; the text layer stands in for it. */
    PICTURE,
    /** Text in the pictures of a page with a text layer; the page has its text layer alone. */
    PICTURE_TEXT,
    /** Measuring, turning, levelling and cleaning a picture; it is read as it is. */
    PREPARATION,
    /** Which way up a page is and in what script; it is read as it lies. */
    ORIENTATION,
    /** Choice of the language's data; the first reading stays. */
    LANGUAGE,
    TESSERACT,
    PP_OCR,
    /** Reading by the vision endpoint, beside its own faults, which {@link EngineReason} tells. */
    VLM,
    /** Choice between two engines' readings; one of them is taken whole. */
    MERGE,
    /** Rules drawn in a picture; tables are found without. */
    RULINGS,
    /** Tables; their words are in paragraphs. */
    TABLES,
    /** Reading order and structure; lines follow each other from top to bottom. */
    LAYOUT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a name of a newer version. */
    public static Optional<PageStep> fromWireName(String name) {
        for (PageStep step : values()) {
            if (step.wireName().equals(name)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
