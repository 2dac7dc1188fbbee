package dev.pagewright.gateway.submission;

import dev.pagewright.gateway.http.Percent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header field of a value and parameters, such as {@code form-data; name="file"; filename="a;b.pdf"} (RFC 9110,
 * 5.6.6): names in any case, quoted values with escapes, extended values (RFC 8187), which win over plain ones. Of a
 * parameter that comes twice the first counts. Takes what clients send: a backslash escapes quotes and backslashes
 * alone, because others send the paths of Windows with single ones.
 */
final class HeaderParameters {

    private final String field;
    private final Map<String, String> parameters = new HashMap<>();
    private final String value;
    private int at;

    private HeaderParameters(String field) {
        this.field = field;
        this.at = end(';');
        this.value = field.substring(0, at).strip().toLowerCase(Locale.ROOT);
        while (at < field.length()) {
            at++;
            parameter();
        }
    }

    static HeaderParameters of(String field) {
        return new HeaderParameters(field);
    }

    /** What stands before the first parameter, in lower case. */
    String value() {
        return value;
    }

    /** @param name in lower case */
    Optional<String> get(String name) {
        String extended = parameters.get(name + "*");
        String decoded = extended == null ? null : decoded(extended);
        return Optional.ofNullable(decoded == null ? parameters.get(name) : decoded);
    }

    private void parameter() {
        int equals = end('=');
        int end = end(';');
        if (equals >= end) { // a name without a value says nothing
            at = end;
            return;
        }
        String name = field.substring(at, equals).strip().toLowerCase(Locale.ROOT);
        at = equals + 1;
        while (at < field.length() && Character.isWhitespace(field.charAt(at))) {
            at++;
        }
        boolean quoted = at < field.length() && field.charAt(at) == '"';
        String text = quoted ? quoted() : field.substring(at, end(';')).strip();
        at = end(';');
        parameters.putIfAbsent(name, text);
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; at < field.length() && field.charAt(at) != '"'; at++) {
            boolean escaped = field.charAt(at) == '\\'
                    && at + 1 < field.length()
                    && (field.charAt(at + 1) == '"' || field.charAt(at + 1) == '\\');
            if (escaped) {
                at++;
            }
            text.append(field.charAt(at));
        }
        return text.toString();
    }

    private int end(char sign) {
        int found = field.indexOf(sign, at);
        return found < 0 ? field.length() : found;
    }

    /** @return null where the value is not well-formed, or of a character set that RFC 8187 does not name */
    private static @Nullable String decoded(String extended) {
        String[] parts = extended.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        Charset charset =
                switch (parts[0].toUpperCase(Locale.ROOT)) {
                    case "UTF-8" -> StandardCharsets.UTF_8;
                    case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
                    default -> null;
                };
        return charset == null ? null : Percent.decode(parts[2], charset).orElse(null);
    }
}
