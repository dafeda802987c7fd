package app.barker.account;

/** Why a username is refused; the sentence for it stands in the translations under its name. */
public enum UsernameProblem {
    MISSING,
    TOO_SHORT,
    TOO_LONG,
    CHARACTERS,
    FIRST_CHARACTER,
    RESERVED,
    TAKEN
}
