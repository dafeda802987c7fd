package app.barker.webhook;

/** Why a webhook is not made; the sentence for it stands in the translations under its name. */
public enum WebhookProblem {
    ADDRESS_TOO_LONG,
    ADDRESS_UNREADABLE,
    ADDRESS_WITHOUT_TLS,
    /** Also for those whom a block hides. */
    NOBODY,
    NO_TAG,
    WORD_TOO_LONG,
    WORD_EMPTY,
    TOO_MANY
}
