/**
 * What happened to me: replies, mentions, likes, rebarks and followers, grouped; how many are new; what one wants to hear of, and when
 * not. Read {@link app.barker.notification.Notifier} first, then {@link app.barker.notification.Notifications}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "bark", "bark :: ui", "follow", "live", "shared", "shared :: ui"})
package app.barker.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
