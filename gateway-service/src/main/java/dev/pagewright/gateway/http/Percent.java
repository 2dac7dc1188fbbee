package dev.pagewright.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Percent-encoding (RFC 3986, 2.1), strictly. */
public final class Percent {

    private Percent() {}

    /** @return empty where a percent sign is not followed by two hex digits, or the octets are no text of the charset */
    public static Optional<String> decode(String text, Charset charset) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int plain = percent < 0 ? text.length() : percent;
            octets.writeBytes(text.substring(at, plain).getBytes(charset));
            if (percent < 0) {
                break;
            }
            int octet = octet(text, percent);
            if (octet < 0) {
                return Optional.empty();
            }
            octets.write(octet);
            at = percent + 3;
        }
        return text(octets.toByteArray(), charset);
    }

    /** @return empty where the octets are no text of the charset */
    public static Optional<String> text(byte[] octets, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int octet(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 || text.charAt(percent + 1) > 'f' || text.charAt(percent + 2) > 'f'
                ? -1
                : (high << 4) | low;
    }
}
