package app.barker.account;

/** Published in the transaction that stores the account. */
public record AccountCreated(long accountId, String username) {}
