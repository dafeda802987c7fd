/**
 * Who follows, mutes and blocks whom. No views. Read {@link app.barker.follow.ReaderRules} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared"})
package app.barker.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
