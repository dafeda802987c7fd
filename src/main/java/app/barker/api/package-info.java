/**
 * The second door: what the pages show and do, as JSON for programs, through the same services. Read
 * {@link app.barker.api.BarksApi} first; {@link app.barker.api.Problems} says how it refuses.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "bark",
            "bookmark",
            "follow",
            "image",
            "live",
            "search",
            "media",
            "moderation",
            "notification",
            "shared",
            "shared :: ui",
            "signin",
            "signin :: ui",
            "timeline",
            "token"
        })
package app.barker.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
