package app.barker.account;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A password as a person means it: in Unicode's NFC, so that the same keys on another keyboard give the same password, with
 * every space kept. It is never cut.
 */
public final class Password {

    /** In code points. NIST SP 800-63B-4, 3.1.1.2 asks to permit at least 64. */
    public static final int LONGEST = 128;

    /** In UTF-16 units, before normalising: even 128 characters of a few marks each stay below; work stays bounded. */
    private static final int LONGEST_RAW = 2_048;

    /** Stands in for what cannot be a password, so that refusing it takes the time of a wrong one. */
    static final Password NEVER_RIGHT = new Password("");

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /** Empty when it is empty, is longer than {@link #LONGEST}, or is not well-formed text: nothing worth hashing. */
    public static Optional<Password> of(String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST_RAW || !isText(typed)) {
            return Optional.empty();
        }
        String normalised = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return length(normalised) > LONGEST ? Optional.empty() : Optional.of(new Password(normalised));
    }

    /** Whether it is well-formed: without halves of characters, which no encoding can carry. */
    static boolean isText(String typed) {
        return typed.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** In code points. */
    int length() {
        return length(value);
    }

    /** The text itself: for hashing and for comparing with lists, never for logs. */
    String reveal() {
        return value;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
