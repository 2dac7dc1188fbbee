package dev.pagewright.export.format;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A download format. A bean that implements it is found by itself: a new format is one class and one test.
 *
 * <p>Implementations are thread-safe, keep no state between documents and take pages one at a time, so that a document
 * of 2,000 pages needs no more memory than one of 20.
 */
public interface Exporter {

    Format format();

    /**
     * Writes the whole document.
     *
     * @param output stays open; need not be buffered
     * @throws ExportRefusedException where the document cannot be given in this format, which is the user's to know
     * @throws IOException where the source or the output fails
     */
    void write(ExportSource source, OutputStream output) throws IOException;
}
