package app.barker.bark;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What has become of a bark that open pages may show. */
public sealed interface BarkChange {

    long barkId();

    /**
     * Its numbers, and its words, which may have been edited.
     *
     * @param quotedId the bark that it still shows below its text
     */
    record Updated(
            long barkId,
            long authorId,
            long rootId,
            String text,
            Set<String> mentions,
            Optional<Instant> editedAt,
            Optional<Long> quotedId,
            BarkCounts counts)
            implements BarkChange {}

    record Gone(long barkId) implements BarkChange {}
}
