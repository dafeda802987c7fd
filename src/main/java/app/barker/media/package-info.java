/**
 * Pictures that people show in their barks: taken, kept, and served to those who may read the bark. Read {@link app.barker.media.MediaService} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "follow", "image", "shared"})
package app.barker.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
