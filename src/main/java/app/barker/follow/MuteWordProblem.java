package app.barker.follow;

/** Why a word is not muted; the sentence for it stands in the translations under its name. */
public enum MuteWordProblem {
    EMPTY,
    TOO_LONG,
    TOO_MANY
}
