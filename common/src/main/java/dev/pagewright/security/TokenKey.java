package dev.pagewright.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens of the form of {@link TokenText} whose last six characters are a keyed check (35 bits of an HMAC-SHA256
 * over the rest), and tells them from invented ones without a look into a database. A check that is right proves no
 * right: whose the token is, and whether it is still good, is to be asked. Thread-safe.
 */
public final class TokenKey {

    private static final String PURPOSE = "pagewright token check";

    private final SecretKeySpec key;

    /** @param base64Key the server's key, 32 bytes in Base64; what is used here is derived from it for this purpose alone */
    public TokenKey(String base64Key) {
        byte[] secret = Base64.getDecoder().decode(base64Key);
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), PURPOSE), "HmacSHA256");
    }

    public String generate(SecureRandom random) {
        String body = TokenText.body(random);
        return body + check(body);
    }

    /** Whether a holder of this key made the token. */
    public boolean made(String token) {
        if (!TokenText.hasForm(token)) {
            return false;
        }
        String body = TokenText.body(token);
        return MessageDigest.isEqual(ascii(token.substring(body.length())), ascii(check(body)));
    }

    private String check(String body) {
        long number = ByteBuffer.wrap(hmac(key, body)).getLong() >>> 1;
        return TokenText.checkDigits(number);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(ascii(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
