package app.barker.bark;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** What has become of a bark that open pages may show. */
public sealed interface BarkChange {

    long barkId();

    /** The same for a reader who does not get to see what some people say: not even which bark of theirs it is. */
    default BarkChange withoutQuoteOf(LongPredicate hidden) {
        return this;
    }

    /**
     * Its numbers, and its words, which may have been edited.
     *
     * @param quoted the bark that it still shows below its text
     */
    record Updated(
            long barkId,
            long authorId,
            long rootId,
            String text,
            Set<String> mentions,
            Optional<Instant> editedAt,
            Optional<Quoted> quoted,
            BarkCounts counts)
            implements BarkChange {

        @Override
        public Updated withoutQuoteOf(LongPredicate hidden) {
            return quoted.filter(quote -> hidden.test(quote.authorId())).isEmpty()
                    ? this
                    : new Updated(barkId, authorId, rootId, text, mentions, editedAt, Optional.empty(), counts);
        }
    }

    /** A bark inside of another one, and whose words these are. */
    record Quoted(long barkId, long authorId) {}

    record Gone(long barkId) implements BarkChange {}
}
