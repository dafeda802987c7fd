package app.barker.bench.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A town of dogs. Two worlds with the same seed and as many accounts have the same people, who follow the same people; and
 * whatever was barked last is the same in both, so that of a smaller one only the past is shorter.
 */
public final class World {

    /** What the figures are taken with unless asked otherwise. */
    public static final long SEED = 280;

    /** So many people seldom bark; one reader follows them and nobody else. */
    public static final int QUIET = 100;

    /** All quiet ones together have barked so often, however much the others have: more than the longest page. */
    public static final int QUIET_BARKS = 250;

    /** So many follows the reader with the most. */
    public static final int MANY = 5_000;

    /** The known ones, the quiet ones, and some more. */
    public static final int FEWEST_ACCOUNTS = 300;

    private final long seed;
    private final int barks;
    private final People people;
    private final Follows follows;

    public World(int accounts, int barks, long seed) {
        if (accounts < FEWEST_ACCOUNTS || barks < 2 * QUIET_BARKS) {
            throw new IllegalArgumentException(
                    "A world has at least %d accounts and %d barks".formatted(FEWEST_ACCOUNTS, 2 * QUIET_BARKS));
        }
        this.seed = seed;
        this.barks = barks;
        people = new People(accounts, new SplittableRandom(seed));
        follows = new Follows(people, new SplittableRandom(seed + 1));
    }

    public List<Dog> dogs() {
        return people.dogs();
    }

    /** The ids of those whom one follows, in their order. */
    public int[] followeesOf(int id) {
        return follows.of(id);
    }

    public boolean isQuiet(int id) {
        return people.isQuiet(id);
    }

    /** Tells everything that happened, in the order in which it did. */
    public void tell(Consumer<Bark> barked, Consumer<Like> liked) {
        new Story(people, barks, seed, barked, liked).tell();
    }

    public int barks() {
        return barks;
    }

    public long seed() {
        return seed;
    }
}
