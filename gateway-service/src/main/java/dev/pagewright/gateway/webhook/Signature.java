package dev.pagewright.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Symmetric signatures as Standard Webhooks 1.0 describes them (HMAC-SHA256). */
final class Signature {

    private static final String PREFIX = "whsec_";

    private Signature() {}

    static String secret(byte[] random) {
        return PREFIX + Base64.getEncoder().encodeToString(random);
    }

    /**
     * @param timestamp seconds since 1970
     * @return one value of the header {@code webhook-signature}
     */
    static String of(String secret, String messageId, long timestamp, String payload) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        byte[] signed = "%s.%d.%s".formatted(messageId, timestamp, payload).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
