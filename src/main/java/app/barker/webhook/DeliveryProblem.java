package app.barker.webhook;

/** Why something did not arrive. Stored by name, and part of the keys of the words for it. */
public enum DeliveryProblem {
    /** There was an answer, and it was no yes. */
    REFUSED,
    TOO_SLOW,
    UNREACHABLE,
    /** The other server could not show that it is the one. */
    NOT_TRUSTED,
    NAME_UNKNOWN,
    /** The address leads to where Barker does not go. */
    NOT_PUBLIC
}
