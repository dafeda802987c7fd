package app.barker.follow;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody does not want to read.
 *
 * @param endsAt empty where it does not end by itself
 */
public record Mute(long id, Target target, Optional<Instant> endsAt) {

    /** What is muted. */
    public sealed interface Target {}

    /**
     * Everything that this person says.
     *
     * @param displayName the username where the person has not chosen one
     */
    public record MutedPerson(String username, String displayName) implements Target {}

    /**
     * Every text with this word or phrase.
     *
     * @param phrase in the folded form by which it is found
     */
    public record MutedWord(String phrase) implements Target {}

    /**
     * Everything said in this thread.
     *
     * @param rootId its first bark, which may be gone
     */
    public record MutedThread(long rootId) implements Target {}
}
