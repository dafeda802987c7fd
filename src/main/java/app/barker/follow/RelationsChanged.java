package app.barker.follow;

/**
 * Published in the transaction that changes whom a person follows, or what they do not want or may not see. After the commit
 * {@link Readers} knows the change before anybody else hears of it.
 */
public record RelationsChanged(long accountId) {}
