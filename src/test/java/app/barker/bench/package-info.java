/**
 * Barker's figures: speed, memory and bytes, taken from the built jar in a process of its own. Started by
 * {@code ./barker bench}, never by the tests. Read {@link app.barker.bench.Bench} first.
 */
@NullMarked
package app.barker.bench;

import org.jspecify.annotations.NullMarked;
