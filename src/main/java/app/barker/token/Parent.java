package app.barker.token;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row on which a credential hangs: when it ends, so does what hangs on it. */
public record Parent(Kind kind, long id) {

    private static final Pattern TEXT = Pattern.compile("(sign-in|token):([1-9][0-9]{0,17})");

    /** Which table it is in. */
    public enum Kind {
        SIGN_IN("sign-in"),
        TOKEN("token");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Parent signIn(long id) {
        return new Parent(Kind.SIGN_IN, id);
    }

    static Parent token(long id) {
        return new Parent(Kind.TOKEN, id);
    }

    /** As an access token names it. */
    String asText() {
        return kind.word + ":" + id;
    }

    /** The other way round; the text may be anything. */
    static Optional<Parent> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Parent(
                        parts.group(1).equals(Kind.TOKEN.word) ? Kind.TOKEN : Kind.SIGN_IN,
                        Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
