/**
 * What people have begun to write and not sent yet. No views. Read {@link app.barker.draft.DraftService} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "bark", "shared"})
package app.barker.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
