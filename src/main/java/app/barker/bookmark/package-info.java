/**
 * Barks that people have put aside, and when they want to be reminded of them. No views. Read {@link app.barker.bookmark.Bookmarks}
 * first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "bark", "live", "shared"})
package app.barker.bookmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
