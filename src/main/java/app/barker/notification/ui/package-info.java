/** The page of what one is told of, the settings for it, and what those are shown who come back. */
@NullMarked
@NamedInterface("ui")
package app.barker.notification.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
