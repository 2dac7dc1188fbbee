package dev.pagewright.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a small secret (the password of an encrypted PDF) with the server's key: AES-256-GCM, a random 96-bit nonce
 * (NIST SP 800-38D), the job's id as associated data, so that a sealed secret is of no use in another job.
 * Thread-safe.
 */
public final class SecretSealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param base64Key 32 bytes, Base64 */
    public SecretSealer(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("the server key must be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** @return URL-safe Base64 of nonce and ciphertext */
    public String seal(String secret, String jobId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), jobId);
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** @throws IllegalArgumentException where it was sealed with another key or for another job */
    public String open(String sealed, String jobId) {
        byte[] both = Base64.getUrlDecoder().decode(sealed);
        if (both.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("not a sealed secret");
        }
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] plain = run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(both, NONCE_BYTES, both.length), jobId);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String jobId) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(jobId.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the secret cannot be opened or sealed with this key", e);
        }
    }
}
