package app.barker.feed;

/** What a feed is of. */
public sealed interface FeedSubject {

    /** What its owner's Home shows. */
    record Home() implements FeedSubject {}

    /**
     * What a person says and passes on.
     *
     * @param username what that person is called now
     */
    record OfPerson(long accountId, String username) implements FeedSubject {}

    /**
     * What carries a tag.
     *
     * @param tag without its sign, as {@link app.barker.bark.RichText#tag} writes it
     */
    record Tagged(String tag) implements FeedSubject {}

    /** As its owner knows it, in any language; of Home that is the empty text. */
    default String name() {
        return switch (this) {
            case Home() -> "";
            case OfPerson person -> "@" + person.username();
            case Tagged tagged -> "#" + tagged.tag();
        };
    }
}
