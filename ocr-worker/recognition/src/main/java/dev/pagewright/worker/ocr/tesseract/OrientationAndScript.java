package dev.pagewright.worker.ocr.tesseract;

/**
 * How a picture's text stands and what script it is in, as Tesseract's detector sees it.
 *
 * @param degrees clockwise quarter turns (0, 90, 180, 270) by which the picture must be turned to stand upright
 * @param certainty of the turn; above 2 or so it can be believed
 * @param script {@code Latin}, {@code Cyrillic}, {@code Han}, {@code Japanese}, ...
 */
public record OrientationAndScript(int degrees, double certainty, String script, double scriptCertainty) {}
