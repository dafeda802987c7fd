package app.barker.bookmark;

/** Published, once, in the transaction that tells a person of a bark that they wanted to be reminded of. */
public record ReminderDue(long accountId, long barkId) {}
