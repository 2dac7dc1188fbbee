package dev.pagewright.export.download;

import dev.pagewright.document.text.WellFormed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a download, after the upload's, as a {@code Content-Disposition} header (RFC 6266, RFC 8187). */
public final class FileName {

    private static final int MAX_CHARACTERS = 120;
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private FileName() {}

    public static String disposition(String uploaded, String extension) {
        String name = base(uploaded) + "." + extension;
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String base(String uploaded) {
        String clean = WellFormed.of(uploaded).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1)
                .strip();
        int dot = last.lastIndexOf('.');
        String base = dot > 0 ? last.substring(0, dot) : last;
        base = base.replaceAll("^\\.+", "");
        int end = Math.min(base.length(), MAX_CHARACTERS);
        if (end < base.length() && Character.isHighSurrogate(base.charAt(end - 1))) {
            end--;
        }
        return base.isBlank() ? "document" : base.substring(0, end);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\%;]", "_");
    }

    private static String encoded(String name) {
        var out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
