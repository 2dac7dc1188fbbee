package dev.pagewright.gateway.inspection;

import java.util.Optional;

/** The types that are read (C10), told by content: a name proves nothing. */
public enum MediaType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    GIF("image/gif"),
    BMP("image/bmp"),
    TIFF("image/tiff");

    /** A PDF's header may stand behind other bytes (ISO 32000-1, annex H.3.4.1). */
    static final int PREFIX_LENGTH = 1024;

    private final String wireName;

    MediaType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @param prefix the first bytes of the file, up to {@link #PREFIX_LENGTH} */
    static Optional<MediaType> of(byte[] prefix) {
        if (starts(prefix, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(PNG);
        }
        if (starts(prefix, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (starts(prefix, 0, 'R', 'I', 'F', 'F') && starts(prefix, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (starts(prefix, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (starts(prefix, 0, 'I', 'I', 42, 0)
                || starts(prefix, 0, 'M', 'M', 0, 42)
                || starts(prefix, 0, 'I', 'I', 43, 0)
                || starts(prefix, 0, 'M', 'M', 0, 43)) {
            return Optional.of(TIFF);
        }
        for (int i = 0; i + 5 <= prefix.length; i++) {
            if (starts(prefix, i, '%', 'P', 'D', 'F', '-')) {
                return Optional.of(PDF);
            }
        }
        // two letters prove little: the reserved fields must be empty and the header's size one that exists
        if (starts(prefix, 0, 'B', 'M')
                && prefix.length > 18
                && prefix[15] == 0
                && prefix[16] == 0
                && prefix[17] == 0) {
            return Optional.of(BMP);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int offset, int... wanted) {
        if (bytes.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[offset + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
