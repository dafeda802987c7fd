/**
 * What surrounds every page: layout, error pages, the end of a tab. Imported by nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "bark",
            "bookmark",
            "follow",
            "live",
            "signin",
            "signin :: ui",
            "timeline",
            "shared"
        })
package app.barker.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
