package app.barker.bench.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Those whom the figures ask for by name; they have the first ids. */
public enum Known {

    /** Followed by everyone who follows anybody. Seldom barks. */
    REX(1),

    /** Follows as many as others do, talkative and quiet ones. */
    BELLA(2),

    /** Follows {@link World#QUIET} people, all of whom seldom bark, and says nothing. */
    LUNA(3),

    /** Follows half of the town, at most {@link World#MANY}. */
    MAX(4),

    /** Follows nobody. */
    NALA(5),

    /** Is followed by nobody. */
    BRUNO(6);

    private final int id;

    Known(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    public String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String displayName() {
        return name().charAt(0) + username().substring(1);
    }

    static Optional<Known> byId(int id) {
        return Arrays.stream(values()).filter(known -> known.id == id).findFirst();
    }
}
