package app.barker.feed;

/** Why a feed is not made; the sentence for it stands in the translations under its name. */
public enum FeedProblem {
    /** Also for those whom a block hides. */
    NOBODY,
    NO_TAG,
    THERE_ALREADY,
    TOO_MANY
}
