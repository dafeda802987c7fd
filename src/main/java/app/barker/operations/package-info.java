/**
 * Looking after a running Barker from its own machine: the control socket and what can be asked through it. Read {@code
 * ControlSocket} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.barker.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
