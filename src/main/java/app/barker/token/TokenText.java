package app.barker.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an API token looks: {@code brk_}, thirty random signs of sixty-two (178 bits), and six that sum them up. By the first a
 * scanner for leaked secrets finds one, by the last it knows that it is one; and nothing that was mistyped or made up is looked
 * up here.
 */
final class TokenText {

    static final String PREFIX = "brk_";

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_SIGNS = 30;
    private static final int SUM_SIGNS = 6;
    private static final int HINT_SIGNS = 4;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_SIGNS + SUM_SIGNS) + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static String draw() {
        StringBuilder drawn = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            drawn.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return drawn + sumOf(drawn.toString());
    }

    /** Whether a text, which may be anything, can be one. */
    static boolean isOne(String text) {
        int sum = PREFIX.length() + RANDOM_SIGNS;
        return FORM.matcher(text).matches() && text.substring(sum).equals(sumOf(text.substring(0, sum)));
    }

    /** Enough of it for its owner to know it again, and for nobody to guess it. */
    static String hintOf(String token) {
        return token.substring(0, PREFIX.length() + HINT_SIGNS);
    }

    private static String sumOf(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long left = crc.getValue();
        char[] sum = new char[SUM_SIGNS];
        for (int i = SUM_SIGNS - 1; i >= 0; i--) {
            sum[i] = SIGNS.charAt((int) (left % SIGNS.length()));
            left /= SIGNS.length();
        }
        return new String(sum);
    }
}
