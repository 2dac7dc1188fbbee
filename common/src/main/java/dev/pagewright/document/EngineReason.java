package dev.pagewright.document;

import java.util.Locale;

/** Why a page was read the way it was: the contract's closed list. */
public enum EngineReason {
    TEXT_LAYER_TRUSTED,
    TEXT_LAYER_UNRELIABLE,
    NO_TEXT_LAYER,
    OCR_FORCED,
    OCR_NEVER,
    /** There is no ink on it. */
    BLANK,
    /** A second engine was asked. */
    LOW_CONFIDENCE,
    VLM_REQUESTED,
    VLM_NOT_CONFIGURED,
    /** Fault, time-out or open circuit; tried again within 60 s. */
    VLM_UNAVAILABLE,
    /** Cut off, loop, refusal, malformed, wrong language. */
    VLM_INVALID_ANSWER,
    VLM_TEXT_NOT_ON_PAGE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EngineReason fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
