package app.barker.account;

/** Why a password is refused; the sentence for it stands in the translations under its name. */
public enum PasswordProblem {
    MISSING,
    TOO_SHORT,
    TOO_LONG,
    NOT_TEXT,
    COMMON,
    LIKE_USERNAME
}
