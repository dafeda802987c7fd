package app.barker.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook signs with, as Standard Webhooks 1.0 writes it (github.com/standard-webhooks): {@code whsec_} and the key in
 * Base64.
 */
record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";

    /** As many bytes as the signature has; the standard asks for 24 to 64. */
    private static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private static final SecureRandom RANDOM = new SecureRandom();

    static SigningSecret draw() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /**
     * The header {@code webhook-signature} of a message.
     *
     * @param timestamp in seconds since 1970, as in the header {@code webhook-timestamp}
     */
    String sign(String messageId, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal((messageId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without itself: it might get into a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
