/** Barker as it is shipped, from outside: over plain HTTP and through a real browser. */
@NullMarked
package app.barker.browser;

import org.jspecify.annotations.NullMarked;
