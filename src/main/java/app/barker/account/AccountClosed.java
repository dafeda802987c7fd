package app.barker.account;

/**
 * Published in the transaction that closes an account. What others keep of the person goes with it.
 *
 * @param withBarks whether everything that they wrote goes, too
 */
public record AccountClosed(Viewer person, boolean withBarks) {}
