/**
 * The filter chains and the headers of every response. Imported by nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "api", "shared", "signin", "token"})
package app.barker.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
