package app.barker.bark;

/** Published in the transaction in which an author says something else in a bark. Whom it mentions now stands in its mentions. */
public record BarkEdited(long barkId, long authorId) {}
