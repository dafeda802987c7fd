package app.barker.media;

/** Why a bark cannot show what it was to show; the sentence for it stands in the translations under its name. */
public enum MediaProblem {
    TOO_MANY,
    /** Somebody else's, in a bark already, or not there: the answer does not tell which. */
    NOT_THERE,
    ALT_TOO_LONG,
    ALT_CONTROL_CHARACTERS
}
