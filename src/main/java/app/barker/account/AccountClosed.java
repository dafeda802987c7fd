package app.barker.account;

/**
 * Published in the transaction that closes an account. What others keep of the person goes with it.
 *
 * @param withBarks whether everything that they wrote goes, too
 */
public record AccountClosed(Viewer person, boolean withBarks) {

    /**
     * The {@link org.springframework.core.annotation.Order} in which is deleted what every writer locks first: barks, follows. What
     * writers lock after these comes after it, so that nobody waits for each other in a circle.
     */
    public static final int LOCKED_FIRST = 0;
}
