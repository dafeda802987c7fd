package app.barker.bark;

/** Published in the transaction that deletes a bark, or takes a rebark back. */
public record BarkDeleted(long entryId) {}
