/**
 * Everything that Barker keeps about a person, for that person to take along. Read {@link app.barker.takeout.Takeouts} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared", "shared :: ui", "signin", "signin :: ui"})
package app.barker.takeout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
