/**
 * Reading: the lists of barks that the product shows. Read {@link app.barker.timeline.Timeline} first.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "bark",
            "bark :: ui",
            "bookmark",
            "draft",
            "follow",
            "account",
            "live",
            "search",
            "notification",
            "notification :: ui",
            "signin",
            "media",
            "image",
            "shared",
            "shared :: ui"
        })
package app.barker.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
