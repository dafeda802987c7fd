/**
 * Pictures that people upload: judged by what is in the file, and drawn anew. Read {@link app.barker.image.ImageWorkshop} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.barker.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
