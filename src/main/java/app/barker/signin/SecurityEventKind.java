package app.barker.signin;

/** What the security history tells of. Stored by name, and part of the keys of the words for it. */
public enum SecurityEventKind {
    SIGNED_IN,
    /** The detail is a {@link Refusal}. */
    SIGN_IN_REFUSED,
    /** The detail is a {@link SignInEnd}. */
    SIGN_IN_ENDED,
    PROVEN,
    PROOF_REFUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    RESET_LINK_MADE,
    /** The detail is the former name. */
    USERNAME_CHANGED,
    EMAIL_CHANGED,
    EMAIL_CONFIRMED,
    EXPORT_MADE,
    ACCOUNT_CLOSED,
    /** The detail is the reason that the administrator gave. */
    BANNED,
    UNBANNED,
    ADMIN_GRANTED,
    ADMIN_TAKEN,
    /** An administrator's act; the detail is how many. */
    SESSIONS_ENDED,
    /** The detail is what its owner calls it; so for the others that concern API tokens. */
    TOKEN_MADE,
    TOKEN_REVOKED,
    TOKEN_ENDS_SOON,
    /** The detail is what it is of, as text: a person, a tag, or nothing for Home. */
    FEED_MADE,
    FEED_REVOKED,
    /** The detail is the name of the server that is told; so for the others that concern webhooks. */
    WEBHOOK_MADE,
    WEBHOOK_REMOVED,
    WEBHOOK_PAUSED
}
