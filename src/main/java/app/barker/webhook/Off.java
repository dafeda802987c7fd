package app.barker.webhook;

/** Why a webhook tells of nothing. Stored by name, and part of the keys of the words for it. */
public enum Off {
    /** Its owner has turned it off. */
    OWNER,
    /** Nothing has arrived there for days. */
    FAILING,
    /** The other server said that there is nothing any more (410). */
    GONE,
    /** Somebody had to choose a new password: whoever knew the old one may have made it. */
    PASSWORD,
    BANNED
}
