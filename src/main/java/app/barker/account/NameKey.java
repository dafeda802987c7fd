package app.barker.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a name is looked up by, however it is written: folded, in UTF-8. Bytes have one order on every database, whatever its
 * collation, so that the names that begin with something stand together in an index.
 */
final class NameKey {

    /** In bytes. Enough to tell names apart, and what an index takes. */
    static final int LONGEST = 200;

    private NameKey() {}

    static byte[] of(String name) {
        byte[] bytes = fold(name).getBytes(StandardCharsets.UTF_8);
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    /** The end of what begins with a key: no character of UTF-8 has this byte. */
    static byte[] after(byte[] key) {
        byte[] end = Arrays.copyOf(key, key.length + 1);
        end[key.length] = (byte) 0xFF;
        return end;
    }

    /** By way of upper case, where ß and ss meet; then each letter by itself: a final sigma is a sigma. */
    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
