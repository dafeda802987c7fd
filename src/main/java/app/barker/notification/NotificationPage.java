package app.barker.notification;

import java.util.List;

/**
 * A stretch of somebody's notifications, the newest first. It may be shorter than others, even empty, where rules took some out.
 *
 * @param next the id behind which they go on
 * @param more whether they do
 */
public record NotificationPage(List<Notification> notifications, long next, boolean more) {}
