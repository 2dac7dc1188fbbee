package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.WellFormed;
import dev.pagewright.error.PageErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

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
        try (JsonGenerator json = PageCodec.JSON.createGenerator(line)) {
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
     * Writes the line of a page that was read from its stored form, which is unfolded, seen to be one object, and not
     * decoded. Closes the stored form.
     *
     * @throws DamagedPageException where it is no gzip, cut off, no object, or unfolds beyond {@link PageLimits}: what was
     *     written by then is no line
     * @throws IOException where the stored form cannot be read, or the output fails
     */
    public static void copy(OutputStream out, int index, int number, InputStream stored) throws IOException {
        String head = "{\"index\":%d,\"number\":%d,\"status\":\"done\",\"document\":".formatted(index, number);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        try (stored;
                InputStream document = PageCodec.unfolded(stored, PageLimits.STORED_BYTES);
                JsonParser json = PageCodec.JSON.createParser(new CopyingInput(document, out))) {
            json.nextToken();
            Json.object(json);
            json.skipChildren();
            PageCodec.end(json);
        } catch (JacksonException | ZipException | EOFException e) {
            throw new DamagedPageException("the page document cannot be passed on: " + e.getMessage(), e);
        }
        out.write('}');
        out.write('\n');
    }

    /** @throws IOException where the line is damaged or holds a document of another version */
    public static PageResult read(byte[] line) throws IOException {
        return read(new ByteArrayInputStream(line));
    }

    /**
     * The one line of a stream, which is closed.
     *
     * @throws IOException where it is damaged or holds a document of another version
     */
    public static PageResult read(InputStream line) throws IOException {
        try (Lines lines = readAll(line)) {
            return lines.next();
        } catch (NoSuchElementException e) {
            throw new IOException("there is no page line", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads line after line while iterating; one page is in memory at a time, and nothing beside it. A document that is no
     * page makes a failed page of its line. The iterator throws {@link UncheckedIOException} where the stream ends early or
     * is damaged; closing it closes the stream.
     */
    public static Lines readAll(InputStream lines) throws IOException {
        return new Lines(PageCodec.JSON.createParser(lines));
    }

    private static PageResult read(JsonParser json) throws IOException {
        int depth = json.getParsingContext().getNestingDepth();
        Integer index = null;
        Integer number = null;
        String status = null;
        String code = null;
        String detail = null;
        Page page = null;
        boolean damaged = false;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "index" -> index = Json.integer(json);
                case "number" -> number = Json.integer(json);
                case "status" -> status = Json.text(json);
                case "code" -> code = Json.text(json);
                case "detail" -> detail = Json.text(json);
                case "document" -> {
                    try {
                        page = PageCodec.read(json);
                    } catch (DamagedPageException e) {
                        damaged = true;
                        leave(json, depth);
                    }
                }
                default -> json.skipChildren();
            }
        }
        return switch (Json.required(status, "status")) {
            case "done" ->
                damaged
                        ? PageResult.Failed.damaged(Json.required(index, "index"), Json.required(number, "number"))
                        : new PageResult.Read(Json.required(page, "document"));
            case "failed" ->
                new PageResult.Failed(
                        Json.required(index, "index"),
                        Json.required(number, "number"),
                        code(Json.required(code, "code")),
                        Json.required(detail, "detail"));
            default -> throw new IOException("the page line has an unknown status");
        };
    }

    /** Goes behind the value of the line's field that the parser is in. */
    private static void leave(JsonParser json, int depth) throws IOException {
        while (json.getParsingContext().getNestingDepth() > depth) {
            Json.required(json.nextToken(), "end");
        }
    }

    private static PageErrorCode code(String name) throws IOException {
        try {
            return PageErrorCode.fromWireName(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("the page line has an unknown code", e);
        }
    }

    /** The pages of a stream, in its order. Not thread-safe. */
    public static final class Lines implements Iterator<PageResult>, Closeable {

        private final JsonParser json;
        private @Nullable JsonToken ahead;

        private Lines(JsonParser json) {
            this.json = json;
        }

        @Override
        public boolean hasNext() {
            try {
                ahead = ahead == null ? json.nextToken() : ahead;
                return ahead != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public PageResult next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ahead = null;
            try {
                Json.object(json);
                return read(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
