/** The components of barks that several screens share: the composer and the feed. */
@NullMarked
@NamedInterface("ui")
package app.barker.bark.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
