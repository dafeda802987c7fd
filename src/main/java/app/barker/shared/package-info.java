/**
 * Tiny things that every module needs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.barker.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
