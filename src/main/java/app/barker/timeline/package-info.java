/**
 * Reading: the lists of barks that the product shows. Read {@link app.barker.timeline.Timeline} first.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "bark",
            "bark :: ui",
            "draft",
            "media",
            "image",
            "follow",
            "account",
            "live",
            "shared",
            "shared :: ui"
        })
package app.barker.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
