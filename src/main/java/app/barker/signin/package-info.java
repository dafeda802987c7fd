/**
 * Getting in and out: sign-ins as rows, what hangs on them and how all of it ends; the log-in
 * and sign-up pages and their throttle. Read {@link app.barker.signin.SignIns} first, then {@code SignInStart}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "shared", "shared :: ui"})
package app.barker.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
