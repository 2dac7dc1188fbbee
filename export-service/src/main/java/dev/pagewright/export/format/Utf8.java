package dev.pagewright.export.format;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text on its way to a file. */
public final class Utf8 {

    private Utf8() {}

    /** A buffered writer; what is not well-formed becomes a question mark, never a broken file. To be flushed. */
    public static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
    }
}
