package app.barker.api;

import org.springframework.http.HttpStatus;

/** A key that was sent before does not fit this request. */
class IdempotencyProblem extends RuntimeException {

    private final HttpStatus status;
    private final String sentence;

    /** @param sentence the key of its translation */
    IdempotencyProblem(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
