package app.barker.bark;

import java.util.OptionalLong;

/**
 * Published in the transaction that changes what others see of a bark: its words, its numbers, its quote.
 *
 * @param markedBy who has liked or rebarked it, or has taken that back: on all pages of theirs it looks so
 */
public record BarkChanged(long barkId, OptionalLong markedBy) {

    public BarkChanged(long barkId) {
        this(barkId, OptionalLong.empty());
    }
}
