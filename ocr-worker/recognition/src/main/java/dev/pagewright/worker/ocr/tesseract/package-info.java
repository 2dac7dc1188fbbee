/** Tesseract's LSTM engine through JNA: natives, language data, handles, words. */
@NullMarked
package dev.pagewright.worker.ocr.tesseract;

import org.jspecify.annotations.NullMarked;
