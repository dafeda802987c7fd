/**
 * The doorbell: tells open pages that something is new, never what.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.barker.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
