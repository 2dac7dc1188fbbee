package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.WellFormed;
import dev.pagewright.error.PageErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A page's result as one line of {@code application/x-ndjson}, as the gateway's inner API tells it:
 * {@code {"index","number","status":"done","document":{stored form}}} or
 * {@code {"index","number","status":"failed","code","detail"}}. Thread-safe.
 */
public final class PageLineCodec {

    private PageLineCodec() {}

    /** @return the line with its newline, UTF-8 */
    public static byte[] write(PageResult result) {
        var line = new ByteArrayOutputStream(16 << 10);
        try (JsonGenerator json = PageCodec.MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("index", result.index());
            json.writeNumberField("number", result.number());
            switch (result) {
                case PageResult.Read read -> {
                    json.writeStringField("status", "done");
                    json.writeFieldName("document");
                    PageCodec.write(json, read.page());
                }
                case PageResult.Failed failed -> {
                    json.writeStringField("status", "failed");
                    json.writeStringField("code", failed.code().wireName());
                    json.writeStringField("detail", WellFormed.of(failed.detail()));
                }
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return line.toByteArray();
    }

    /**
     * Writes the line of a page that was read from its stored bytes, without decoding them.
     *
     * @throws IOException where the bytes are no gzip, or the stream fails
     */
    public static void copy(OutputStream out, int index, int number, byte[] stored) throws IOException {
        byte[] document = PageCodec.json(stored);
        String head = "{\"index\":%d,\"number\":%d,\"status\":\"done\",\"document\":".formatted(index, number);
        out.write(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.write(document);
        out.write('}');
        out.write('\n');
    }

    /** @throws IOException where the line is damaged or holds a document of another version */
    public static PageResult read(byte[] line) throws IOException {
        return read(PageCodec.MAPPER.readTree(line));
    }

    /**
     * Reads line after line while iterating; one page is in memory at a time. The iterator throws
     * {@link UncheckedIOException} where the stream ends early or is damaged; closing it closes the stream.
     */
    public static Lines readAll(InputStream lines) throws IOException {
        JsonParser parser = PageCodec.MAPPER.createParser(lines);
        return new Lines(PageCodec.MAPPER.readerFor(JsonNode.class).readValues(parser));
    }

    private static PageResult read(JsonNode line) throws IOException {
        return switch (Json.text(line, "status")) {
            case "done" -> new PageResult.Read(PageCodec.read(Json.object(line, "document")));
            case "failed" -> failed(line);
            default -> throw new IOException("the page line has an unknown status");
        };
    }

    private static PageResult failed(JsonNode line) throws IOException {
        try {
            return new PageResult.Failed(
                    Json.integer(line, "index"),
                    Json.integer(line, "number"),
                    PageErrorCode.fromWireName(Json.text(line, "code")),
                    Json.text(line, "detail"));
        } catch (IllegalArgumentException e) {
            throw new IOException("the page line has an unknown code", e);
        }
    }

    /** The pages of a stream, in its order. Not thread-safe. */
    public static final class Lines implements Iterator<PageResult>, Closeable {

        private final MappingIterator<JsonNode> nodes;

        private Lines(MappingIterator<JsonNode> nodes) {
            this.nodes = nodes;
        }

        @Override
        public boolean hasNext() {
            try {
                return nodes.hasNextValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public PageResult next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                return read(nodes.nextValue());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            nodes.close();
        }
    }
}
