package app.barker.bark;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** What has become of a bark that open pages may show. */
public sealed interface BarkChange {

    long barkId();

    /**
     * The same for one reader: nobody else's marks, and nothing of people whom they do not get to see, not even which bark of
     * theirs it quotes.
     */
    default BarkChange forReader(long reader, LongPredicate hidden) {
        return this;
    }

    /**
     * Its numbers, and its words, which may have been edited.
     *
     * @param quoted the bark that it still shows below its text
     * @param marks what those have done with it who may have changed that just now, by account
     */
    record Updated(
            long barkId,
            long authorId,
            long rootId,
            String text,
            Set<String> mentions,
            Optional<Instant> editedAt,
            Optional<Quoted> quoted,
            BarkCounts counts,
            Map<Long, BarkCard.ReaderMarks> marks)
            implements BarkChange {

        @Override
        public Updated forReader(long reader, LongPredicate hidden) {
            return new Updated(
                    barkId,
                    authorId,
                    rootId,
                    text,
                    mentions,
                    editedAt,
                    quoted.filter(quote -> !hidden.test(quote.authorId())),
                    counts,
                    marks.containsKey(reader) ? Map.of(reader, marks.get(reader)) : Map.of());
        }
    }

    /** A bark inside of another one, and whose words these are. */
    record Quoted(long barkId, long authorId) {}

    /** It is there no more. Of a rebark that was taken back, the id is its own. */
    record Gone(long barkId) implements BarkChange {}
}
