package dev.pagewright.event;

/**
 * How a page is to be read.
 *
 * @param tier {@code cpu} or {@code vlm}
 * @param language as submitted: {@code auto}, a code, or several joined by {@code +}
 * @param ocr {@code auto}, {@code force} or {@code never}
 */
public record TaskOptions(String tier, String language, String ocr) {}
