/** Small things that the screens of several modules show. */
@NullMarked
@NamedInterface("ui")
package app.barker.shared.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
