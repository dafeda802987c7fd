/**
 * Getting in and out: form login, its throttle, the log-in and sign-up pages. Read {@code SignInProvider} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared"})
package app.barker.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
