package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** How a body is packed (RFC 9110, 8.4): what {@code Content-Encoding} may say. */
enum Encoding {
    NONE,
    GZIP,
    DEFLATE;

    /**
     * @param field null where the request has none
     * @throws ProblemException 415, naming what is not known
     */
    static Encoding of(@Nullable String field) {
        String name = field == null ? "" : field.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> NONE;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default ->
                throw new ProblemException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The Content-Encoding \"%s\" is not one that is read here; send gzip, deflate or none."
                                .formatted(Problem.quoted(name)));
        };
    }

    /** The body unpacked, as it is read. */
    InputStream unpacked(InputStream body) throws IOException {
        return switch (this) {
            case NONE -> body;
            case GZIP -> new GZIPInputStream(body, 8 << 10);
            case DEFLATE -> inflated(new PushbackInputStream(body, 2));
        };
    }

    /** With the header that the RFC asks for, or bare, as some clients send it. */
    private static InputStream inflated(PushbackInputStream body) throws IOException {
        byte[] head = body.readNBytes(2);
        body.unread(head);
        boolean zlib =
                head.length == 2 && (head[0] & 0x0f) == 8 && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(body, new Inflater(!zlib), 8 << 10) {
            @Override
            public void close() throws IOException {
                inf.end();
                super.close();
            }
        };
    }
}
