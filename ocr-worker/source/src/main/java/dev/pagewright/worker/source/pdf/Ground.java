package dev.pagewright.worker.source.pdf;

/**
 * What a glyph is painted on.
 *
 * @param invisible it is not painted at all
 * @param faint it hardly stands out
 * @param picture it stands on a picture
 * @param time when, by the page's {@link PaintGrid}
 */
record Ground(boolean invisible, boolean faint, boolean picture, int time) {}
