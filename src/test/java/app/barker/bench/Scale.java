package app.barker.bench;

import app.barker.bench.world.Database;
import app.barker.bench.world.World;
import java.util.Optional;

/**
 * How big the worlds are in which the feeds are read, and where they live.
 *
 * @param url of a PostgreSQL that is there already; without, one is started
 */
record Scale(int barks, int accounts, long seed, boolean postgres, Optional<Database> url) {

    /** What the goals compare with. */
    static final int FEW_BARKS = 1_000;

    World world(int barks) {
        return new World(accounts, barks, seed);
    }
}
