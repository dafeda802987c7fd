package app.barker.image;

/** Why a picture is refused; the sentence for it stands in the translations under its name. */
public enum ImageProblem {
    TOO_LARGE,
    UNKNOWN_FORMAT,
    TOO_MANY_PIXELS,
    UNREADABLE,
    BUSY
}
