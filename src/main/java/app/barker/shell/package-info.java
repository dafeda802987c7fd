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
            "notification",
            "shared",
            "shared :: ui",
            "signin",
            "signin :: ui",
            "timeline"
        })
package app.barker.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
