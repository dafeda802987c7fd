package app.barker.notification;

import java.util.Optional;
import java.util.Set;

/** What somebody wants to hear of, and when they want no badge. */
public record NotificationPreferences(Set<NotificationKind> wanted, Optional<QuietHours> quiet) {

    public NotificationPreferences {
        wanted = Set.copyOf(wanted);
    }
}
