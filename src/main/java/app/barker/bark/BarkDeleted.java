package app.barker.bark;

/** Published in the transaction that deletes the bark. */
public record BarkDeleted(long barkId, long authorId) {}
