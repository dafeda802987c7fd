/**
 * What administrators do: bans, roles, links for who has lost a password. Read {@link app.barker.moderation.PeopleAdministration}
 * first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared", "shared :: ui", "signin", "signin :: ui"})
package app.barker.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
