/**
 * What: a bark, its text, posting and deleting it. Its {@code ui} holds the components that several screens share. Read {@link app.barker.bark.BarkService} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "follow", "live", "media", "shared"})
package app.barker.bark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
