package app.barker.account;

/** Why a display name is refused; the sentence for it stands in the translations under its name. */
public enum DisplayNameProblem {
    TOO_LONG,
    SEVERAL_LINES,
    CONTROL_CHARACTERS,
    TURNS_DIRECTION,
    INVISIBLE
}
