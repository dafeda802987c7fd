package app.barker.signin;

/** Why a sign-in ended. Stored by name, and part of the keys of the words for it. */
public enum SignInEnd {
    LOGGED_OUT,
    /** Nothing was done for as long as a session may be idle. */
    IDLE,
    /** It was as old as a sign-in may become. */
    EXPIRED,
    /** Its owner ended it from another one. */
    REVOKED,
    /** Its owner has more sign-ins than a person may have, and this was the oldest. */
    TOO_MANY,
    /** A used-up remember-me cookie came back: somebody else may have a copy. */
    REPLAYED,
    /** Somebody logged in anew in the same browser. */
    REPLACED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    BANNED,
    CLOSED,
    ROLE_LOST,
    /** An administrator ended it. */
    ENDED_BY_ADMIN;

    /** Whether somebody else did it, whose place is nobody's business. */
    boolean isByAdministrator() {
        return this == BANNED || this == ROLE_LOST || this == ENDED_BY_ADMIN;
    }

    /** Whether the page may offer to log in again where it stands: time ended it, and nobody. */
    public boolean isByTime() {
        return this == IDLE || this == EXPIRED;
    }
}
