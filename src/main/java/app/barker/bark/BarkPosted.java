package app.barker.bark;

/** Published in the transaction that stores the bark. */
public record BarkPosted(long barkId, long authorId) {}
