package app.barker.account;

/** Somebody who has an account, as another one names them. */
public record Person(long id, String username) {}
