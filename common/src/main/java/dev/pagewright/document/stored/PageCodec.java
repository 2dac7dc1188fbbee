package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.document.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A page as it lies in the blob store: JSON, gzip. Fields that a reader does not know are ignored, so a newer writer
 * may add some; what an older reader would misread counts {@link #VERSION} up. Thread-safe.
 */
public final class PageCodec {

    /** Counted up when an older reader would misread the form. */
    public static final int VERSION = 1;

    /** No page of text comes near it; what does is damaged or hostile. */
    private static final int MAX_JSON_BYTES = 512 << 20;

    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private PageCodec() {}

    public static byte[] write(Page page) {
        var bytes = new ByteArrayOutputStream(16 << 10);
        try (var gzip = new GZIPOutputStream(bytes);
                JsonGenerator json = MAPPER.createGenerator(gzip)) {
            write(json, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are damaged or of another version */
    public static Page read(byte[] stored) throws IOException {
        return read(MAPPER.readTree(json(stored)));
    }

    /** Writes the form without gzip, as one object. */
    public static void write(JsonGenerator json, Page page) throws IOException {
        new PageWriter(json).write(page);
    }

    /** @throws IOException where the object is no page or of another version */
    public static Page read(JsonNode page) throws IOException {
        try {
            return PageReader.page(page);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException("the page document is damaged", e);
        }
    }

    /** The stored form's JSON. */
    static byte[] json(byte[] stored) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(stored), 8 << 10)) {
            byte[] json = gzip.readNBytes(MAX_JSON_BYTES);
            if (json.length == MAX_JSON_BYTES) {
                throw new IOException("the page document is larger than any page");
            }
            return json;
        }
    }
}
