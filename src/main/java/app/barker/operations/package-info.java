/**
 * Looking after a running Barker: its health, and the orders it takes from its own machine. Read {@code
 * ControlSocket} first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "signin")
package app.barker.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
