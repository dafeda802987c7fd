package app.barker.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a webhook sends, as its owner sees it.
 *
 * @param barkId empty for a test
 * @param attempts how often it was tried
 * @param dueAt when it is tried again
 * @param status of the last answer; 0 where there was none
 */
public record Delivery(
        long id,
        Optional<Long> barkId,
        State state,
        int attempts,
        Instant createdAt,
        Optional<Instant> triedAt,
        Optional<Instant> dueAt,
        int status,
        Optional<DeliveryProblem> problem) {

    /** Stored by name. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Tried as often as anything is tried. */
        GIVEN_UP,
        /** There was nothing to send any more, or nobody to send it for. */
        DROPPED
    }
}
