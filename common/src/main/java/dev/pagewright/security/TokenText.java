package dev.pagewright.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The form of a token: {@code pw_}, 256 random bits in base 62 (43 characters), a check of 6, so that a scanner
 * recognises one and a slip of the hand is told from a revoked one. Stored as SHA-256 alone. The check of an account's
 * token is keyed ({@link TokenKey}); the one that this class makes is a CRC-32, which anybody can compute: for secrets
 * that are compared and never looked up, and of the tokens that were made before there was a keyed one.
 */
public final class TokenText {

    private static final String PREFIX = "pw_";
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int BODY_LENGTH = PREFIX.length() + SECRET_LENGTH;
    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private TokenText() {}

    public static String generate(SecureRandom random) {
        String body = body(random);
        return body + checksum(body);
    }

    /** A token without its check. */
    static String body(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return PREFIX + base62(new BigInteger(1, secret), SECRET_LENGTH);
    }

    /** What stands before the check of a token that {@link #hasForm has the form}. */
    static String body(String token) {
        return token.substring(0, BODY_LENGTH);
    }

    /** Six digits of base 62 for a number that is not negative. */
    static String checkDigits(long number) {
        return base62(BigInteger.valueOf(number), CHECKSUM_LENGTH);
    }

    /** Whether the text has prefix, length and characters of a token, whatever its check says. */
    public static boolean hasForm(String text) {
        return text.length() == BODY_LENGTH + CHECKSUM_LENGTH
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(TokenText::digit);
    }

    private static boolean digit(int character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    /** Whether the text has the form of a token and its check is the CRC-32 of the rest. */
    public static boolean wellFormed(String text) {
        return hasForm(text) && text.substring(BODY_LENGTH).equals(checksum(body(text)));
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
        return checkDigits(crc.getValue());
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
