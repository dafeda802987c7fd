package app.barker.api;

import org.jspecify.annotations.Nullable;

/** What a request wants cannot be, as it stands: answered with 422, with the field that is at fault and a sentence. */
class Refused extends RuntimeException {

    private final String field;
    private final String sentence;

    /** @param sentence the key of its translation */
    Refused(String field, String sentence) {
        this(field, sentence, null);
    }

    Refused(String field, String sentence, @Nullable Throwable cause) {
        super(field + ": " + sentence, cause);
        this.field = field;
        this.sentence = sentence;
    }

    String field() {
        return field;
    }

    String sentence() {
        return sentence;
    }
}
