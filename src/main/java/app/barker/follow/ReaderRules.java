package app.barker.follow;

import app.barker.shared.FoldedText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one reader follows, and what they do not want or may not see, at one moment. Immutable and small: five thousand
 * followees are forty kilobytes. From {@link Readers}; lists and news are sifted by it without asking the database.
 */
public final class ReaderRules {

    /** Of the object, its arrays and the place in the cache, roughly. */
    private static final int BYTES_OF_NOTHING = 250;

    private static final int BYTES_OF_A_WORD = 100;

    private final long readerId;
    private final long[] followees;
    private final long[] blocked;
    private final EndingIds mutedPeople;
    private final EndingIds mutedThreads;
    private final List<EndingPhrase> mutedWords;

    /**
     * @param followees ascending
     * @param blocked whom the reader has blocked and who has blocked the reader; ascending
     */
    ReaderRules(
            long readerId,
            long[] followees,
            long[] blocked,
            EndingIds mutedPeople,
            EndingIds mutedThreads,
            List<EndingPhrase> mutedWords) {
        this.readerId = readerId;
        this.followees = followees;
        this.blocked = blocked;
        this.mutedPeople = mutedPeople;
        this.mutedThreads = mutedThreads;
        this.mutedWords = List.copyOf(mutedWords);
    }

    record EndingPhrase(FoldedText phrase, Instant endsAt) {}

    public long readerId() {
        return readerId;
    }

    public boolean followsAnyone() {
        return followees.length > 0;
    }

    public boolean followsAtMost(int people) {
        return followees.length <= people;
    }

    public boolean follows(long accountId) {
        return Arrays.binarySearch(followees, accountId) >= 0;
    }

    /** Whether either has blocked the other. */
    public boolean isBlocked(long accountId) {
        return Arrays.binarySearch(blocked, accountId) >= 0;
    }

    public boolean isMuted(long accountId, Instant now) {
        return mutedPeople.holds(accountId, now);
    }

    /** Whether this person's words are kept from the reader: blocked or muted, and never the reader. */
    public boolean hidesPerson(long accountId, Instant now) {
        return accountId != readerId && (isBlocked(accountId) || isMuted(accountId, now));
    }

    /** All whose words {@link #hidesPerson} keeps from the reader, for a query that counts people: in no order, some perhaps twice. */
    public long[] hiddenPeople(Instant now) {
        return LongStream.concat(Arrays.stream(blocked), Arrays.stream(mutedPeople.inForce(now)))
                .filter(id -> id != readerId)
                .toArray();
    }

    /** Whether the thread that begins with this bark is muted. */
    public boolean hidesThread(long rootId, Instant now) {
        return mutedThreads.holds(rootId, now);
    }

    /** Whether a muted word stands in the text. Does not know whose it is: nobody's own words are hidden from them. */
    public boolean hidesText(FoldedText text, Instant now) {
        for (EndingPhrase word : mutedWords) {
            if (text.contains(word.phrase()) && word.endsAt().isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /** Roughly, for a cache that is bounded by it. */
    int bytes() {
        return BYTES_OF_NOTHING
                + Long.BYTES * (followees.length + blocked.length)
                + 2 * Long.BYTES * (mutedPeople.size() + mutedThreads.size())
                + BYTES_OF_A_WORD * mutedWords.size();
    }
}
