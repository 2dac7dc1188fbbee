/** PP-OCR (PaddleOCR) on ONNX Runtime: text detection, orientation of lines, recognition. */
@NullMarked
package dev.pagewright.worker.ocr.ppocr;

import org.jspecify.annotations.NullMarked;
