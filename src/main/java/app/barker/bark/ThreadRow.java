package app.barker.bark;

/** One row of a thread as a reader sees it. */
public sealed interface ThreadRow {

    /** Whether a line leads on to the next row, which answers this one. */
    boolean linked();

    /**
     * A bark.
     *
     * @param focused whether the thread is opened at it
     */
    record Shown(BarkCard bark, boolean linked, boolean focused) implements ThreadRow {}

    /** Here was a bark that its author deleted. */
    record Tombstone(long barkId, boolean linked) implements ThreadRow {}

    /** Here is a bark that this reader does not get to see; not even its id. */
    record Gap(boolean linked) implements ThreadRow {}
}
