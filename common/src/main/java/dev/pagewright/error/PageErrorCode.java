package dev.pagewright.error;

import java.util.Locale;

/** Why a page has no text. The wire name is part of the public contract. */
public enum PageErrorCode {
    PAGE_TIMEOUT("The page took longer than a page may take."),
    PAGE_TOO_LARGE("The page has more pixels than can be read; send it at a lower resolution."),
    PAGE_CRASHED("The page crashed the reader twice and was given up."),
    PAGE_CORRUPT("The page is damaged and cannot be decoded."),
    PAGE_UNSUPPORTED("The page uses a feature that cannot be read."),
    PAGE_LOST("The page was lost on its way and sent again too often; retry the job.");

    private final String sentence;

    PageErrorCode(String sentence) {
        this.sentence = sentence;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a user is told where nothing more exact is known. */
    public String sentence() {
        return sentence;
    }

    public static PageErrorCode fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
