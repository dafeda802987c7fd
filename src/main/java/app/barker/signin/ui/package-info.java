/** The pages for getting in and out, and what other pages need to ask for a proof. */
@NullMarked
@NamedInterface("ui")
package app.barker.signin.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
