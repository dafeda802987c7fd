package app.barker.account;

/** Why a text about oneself is refused; the sentence for it stands in the translations under its name. */
public enum BioProblem {
    TOO_LONG,
    TOO_MANY_LINES,
    CONTROL_CHARACTERS,
    INVISIBLE
}
