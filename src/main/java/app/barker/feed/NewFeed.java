package app.barker.feed;

/**
 * What somebody wants a feed of.
 *
 * @param name as typed: of a person or a tag, with its sign or without; for Home it does not matter
 */
public record NewFeed(Kind kind, String name) {

    /** The kinds of {@link FeedSubject}. */
    public enum Kind {
        HOME,
        PERSON,
        TAG
    }
}
