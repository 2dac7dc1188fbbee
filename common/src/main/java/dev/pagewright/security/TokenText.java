package dev.pagewright.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The form of a token: {@code pw_}, 256 random bits in base 62 (43 characters), a checksum of 6 (CRC-32), so that a
 * scanner recognises one and a slip of the hand is told from a revoked one. Stored as SHA-256 alone.
 */
public final class TokenText {

    private static final String PREFIX = "pw_";
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private TokenText() {}

    public static String generate(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String body = PREFIX + base62(new BigInteger(1, secret), SECRET_LENGTH);
        return body + checksum(body);
    }

    /** Whether the text has the form of a token and its checksum is right; one that has is still to be looked up. */
    public static boolean wellFormed(String text) {
        int body = PREFIX.length() + SECRET_LENGTH;
        return text.length() == body + CHECKSUM_LENGTH
                && text.startsWith(PREFIX)
                && text.substring(body).equals(checksum(text.substring(0, body)));
    }

    /** What a list may show of a token. */
    public static String shown(String token) {
        return token.substring(0, Math.min(token.length(), PREFIX.length() + 6));
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] text = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length));
            text[i] = DIGITS[parts[1].intValue()];
            rest = parts[0];
        }
        return new String(text);
    }
}
