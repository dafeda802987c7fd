package app.barker.bookmark;

/** Why a reminder was not set. */
public enum ReminderProblem {
    PAST,
    TOO_FAR,
    TOO_MANY
}
