package app.barker.token;

/** Why an API token is not made; the sentence for it stands in the translations under its name. */
public enum TokenProblem {
    NAME_EMPTY,
    NAME_TOO_LONG,
    NAME_UNREADABLE,
    NO_SCOPE,
    NOT_AN_ADMINISTRATOR,
    TOO_SHORT,
    TOO_LONG,
    TOO_MANY
}
