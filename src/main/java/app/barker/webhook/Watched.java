package app.barker.webhook;

/** Of which new barks a webhook tells. */
public sealed interface Watched {

    /** Of all that its owner may and wants to read. */
    record Everyone() implements Watched {}

    /**
     * Of those of a person.
     *
     * @param username what that person is called now
     */
    record OfPerson(long accountId, String username) implements Watched {}

    /**
     * Of those with a tag.
     *
     * @param tag without its sign, as {@link app.barker.bark.RichText#tag} writes it
     */
    record Tagged(String tag) implements Watched {}

    /** Of those in which others mention its owner. */
    record Mentions() implements Watched {}

    /** Stored by name. */
    enum Kind {
        EVERYONE,
        PERSON,
        TAG,
        MENTIONS
    }

    /** Which of them this is. */
    default Kind kind() {
        return switch (this) {
            case Everyone() -> Kind.EVERYONE;
            case OfPerson person -> Kind.PERSON;
            case Tagged tagged -> Kind.TAG;
            case Mentions() -> Kind.MENTIONS;
        };
    }

    /** The person or the tag with its sign; empty where there is none. */
    default String name() {
        return switch (this) {
            case OfPerson person -> "@" + person.username();
            case Tagged tagged -> "#" + tagged.tag();
            case Everyone() -> "";
            case Mentions() -> "";
        };
    }
}
