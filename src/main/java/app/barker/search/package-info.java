/**
 * What somebody is looking for, as they type it. No views. Read {@link app.barker.search.SearchQuery} first; the timeline finds it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"bark", "shared"})
package app.barker.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
