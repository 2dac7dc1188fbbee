package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pagewright.document.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * A page as it lies in the blob store: JSON, gzip; boxes to a thousandth. Fields that a reader does not know are ignored, so a newer writer
 * may add some; what an older reader would misread counts {@link #VERSION} up. Written and read as streams.
 * Thread-safe.
 */
public final class PageCodec {

    /** Counted up when an older reader would misread the form. */
    public static final int VERSION = 1;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength((int) PageLimits.STORED_BYTES)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private PageCodec() {}

    public static byte[] write(Page page) {
        var bytes = new ByteArrayOutputStream(16 << 10);
        try (var gzip = new GZIPOutputStream(bytes);
                JsonGenerator json = JSON.createGenerator(gzip)) {
            write(json, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a page that has just been read.
     *
     * @throws PageTooLargeException where it holds more than {@link PageLimits} lets a page hold
     */
    public static byte[] writeNew(Page page) throws PageTooLargeException {
        PageLimits.require(page);
        var bytes = new ByteArrayOutputStream(16 << 10);
        try (var json = JSON.createGenerator(new BoundedOutput(new GZIPOutputStream(bytes), PageLimits.READ_BYTES))) {
            write(json, page);
        } catch (PageTooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** @throws DamagedPageException where they are damaged, of another version, or unfold beyond {@link PageLimits} */
    public static Page read(byte[] stored) throws IOException {
        return read(new ByteArrayInputStream(stored), PageLimits.STORED_BYTES);
    }

    /**
     * Reads a stored page and closes the stream.
     *
     * @param most bytes of JSON that it may unfold to
     * @throws PageTooLargeException where it unfolds to more
     * @throws DamagedPageException where it is damaged or of another version
     * @throws IOException where the stream fails
     */
    public static Page read(InputStream stored, long most) throws IOException {
        try (stored;
                JsonParser json = JSON.createParser(unfolded(stored, most))) {
            json.nextToken();
            Page page = read(json);
            end(json);
            return page;
        } catch (JacksonException | ZipException | EOFException e) {
            throw new DamagedPageException("the page document cannot be decoded: " + e.getMessage(), e);
        }
    }

    /** Goes to the end, where the gzip's sums are checked. */
    static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new DamagedPageException("the page document is followed by another");
        }
    }

    /** Writes the form without gzip, as one object. */
    public static void write(JsonGenerator json, Page page) throws IOException {
        new PageWriter(json).write(page);
    }

    /** The page whose object begins at the parser's current token. */
    static Page read(JsonParser json) throws IOException {
        try {
            return PageReader.page(json);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new DamagedPageException("the page document is damaged", e);
        }
    }

    /** The stored form's JSON. Closing it closes the stream. */
    static InputStream unfolded(InputStream stored, long most) throws IOException {
        return new BoundedInput(new GZIPInputStream(stored, 8 << 10), most);
    }
}
