package app.barker.bark;

/** Why a text is refused; the sentence for it stands in the translations under its name. */
public enum BarkTextProblem {
    EMPTY,
    TOO_LONG,
    CONTROL_CHARACTERS
}
