/**
 * Invents a town of dogs that follow each other and bark, and puts it into a database: the same for the same seed. Read
 * {@link app.barker.bench.world.World} first.
 */
@NullMarked
package app.barker.bench.world;

import org.jspecify.annotations.NullMarked;
