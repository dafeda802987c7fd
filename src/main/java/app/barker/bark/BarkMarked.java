package app.barker.bark;

/**
 * Published in the transaction in which somebody likes or rebarks a bark, or takes that back.
 *
 * @param on false when it was taken back
 */
public record BarkMarked(long barkId, long authorId, long byId, Mark mark, boolean on) {

    /** What one can do with a bark that its author hears of. */
    public enum Mark {
        LIKE,
        REBARK
    }
}
