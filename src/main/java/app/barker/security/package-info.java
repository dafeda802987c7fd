/**
 * The filter chain and the headers of every response. Imported by nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "signin", "shared"})
package app.barker.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
