package app.barker.token;

/** Why an API token ended before its time. Stored by name. */
enum TokenEnd {
    REVOKED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    BANNED,
    CLOSED,
    /** It was made for the page that shows how credentials live and die. */
    LAB_OVER
}
