package app.barker.draft;

/** Why a draft was not saved. */
public enum DraftProblem {
    TOO_LONG,
    TOO_MANY
}
