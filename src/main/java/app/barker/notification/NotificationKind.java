package app.barker.notification;

import app.barker.bark.BarkMarked;

/** What one may hear of. */
public enum NotificationKind {
    REPLY("replies"),
    MENTION("mentions"),
    LIKE("likes"),
    REBARK("rebarks"),
    FOLLOW("follows");

    /** In {@code inboxes}: whether its owner wants to hear of this. */
    private final String column;

    NotificationKind(String column) {
        this.column = column;
    }

    static NotificationKind of(BarkMarked.Mark mark) {
        return switch (mark) {
            case LIKE -> LIKE;
            case REBARK -> REBARK;
        };
    }

    String column() {
        return column;
    }
}
