package app.barker.notification.ui;

import app.barker.notification.NotificationKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the page shows; named so in the address. */
enum NotificationTab {
    ALL(""),
    MENTIONS("mentions"),
    REPLIES("replies");

    private final String path;

    NotificationTab(String path) {
        this.path = path;
    }

    /** Empty for what no tab is called. The first has no name: its address is the page's own. */
    static Optional<NotificationTab> named(String path) {
        return Stream.of(MENTIONS, REPLIES).filter(tab -> tab.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    Set<NotificationKind> kinds() {
        return switch (this) {
            case ALL -> EnumSet.allOf(NotificationKind.class);
            case MENTIONS -> EnumSet.of(NotificationKind.MENTION);
            case REPLIES -> EnumSet.of(NotificationKind.REPLY);
        };
    }
}
