package dev.pagewright.worker.ocr.tesseract;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Tesseract's C interface ({@code capi.h}) that are used, under their own names; bound by
 * {@link TesseractNatives}. An array of one element is an out parameter; flags are 0 or 1.
 */
@SuppressWarnings("MemberName") // the library's names
final class TesseractLibrary {

    static final int LSTM_ONLY = 1;
    static final int LEVEL_LINE = 2;
    static final int LEVEL_WORD = 3;

    private TesseractLibrary() {}

    /** Asked before each word: not 0 stops the recognition. */
    interface Cancel extends Callback {
        byte callback(@Nullable Pointer self, int words);
    }

    static native String TessVersion();

    static native void TessDeleteText(Pointer text);

    static native Pointer TessBaseAPICreate();

    static native void TessBaseAPIDelete(Pointer handle);

    static native int TessBaseAPIInit2(Pointer handle, String data, String languages, int engineMode);

    static native int TessBaseAPIInit3(Pointer handle, String data, String languages);

    static native int TessBaseAPISetVariable(Pointer handle, String name, String value);

    static native void TessBaseAPISetPageSegMode(Pointer handle, int mode);

    static native void TessBaseAPISetImage(
            Pointer handle, byte[] pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    static native void TessBaseAPISetSourceResolution(Pointer handle, int dotsPerInch);

    static native int TessBaseAPIRecognize(Pointer handle, Pointer monitor);

    static native void TessBaseAPIClear(Pointer handle);

    static native int TessBaseAPIDetectOrientationScript(
            Pointer handle, int[] degrees, float[] orientationConfidence, Pointer script, float[] scriptConfidence);

    static native @Nullable Pointer TessBaseAPIGetIterator(Pointer handle);

    static native void TessResultIteratorDelete(Pointer iterator);

    static native Pointer TessResultIteratorGetPageIterator(Pointer iterator);

    static native int TessResultIteratorNext(Pointer iterator, int level);

    static native @Nullable Pointer TessResultIteratorGetUTF8Text(Pointer iterator, int level);

    static native float TessResultIteratorConfidence(Pointer iterator, int level);

    static native int TessResultIteratorWordIsFromDictionary(Pointer iterator);

    static native int TessPageIteratorIsAtBeginningOf(Pointer iterator, int level);

    static native int TessPageIteratorBoundingBox(
            Pointer iterator, int level, int[] left, int[] top, int[] right, int[] bottom);

    static native int TessPageIteratorBaseline(Pointer iterator, int level, int[] x1, int[] y1, int[] x2, int[] y2);

    static native void TessPageIteratorOrientation(
            Pointer iterator, int[] orientation, int[] writingDirection, int[] lineOrder, float[] deskewAngle);

    static native Pointer TessMonitorCreate();

    static native void TessMonitorDelete(Pointer monitor);

    static native void TessMonitorSetCancelFunc(Pointer monitor, Cancel cancel);

    static native void TessMonitorSetDeadlineMSecs(Pointer monitor, int milliseconds);
}
