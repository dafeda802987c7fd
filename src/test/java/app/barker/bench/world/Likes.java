package app.barker.bench.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Gives likes: a few to most barks, hundreds to a few (a power law); most of them soon, and told in the order of time. */
final class Likes {

    private static final double LEAST = 0.75;
    private static final double EXPONENT = 1.3;

    /** As many barks later the last one comes. */
    private static final int LONGEST = 4_096;

    private final Choice people;
    private final int most;
    private final IntFunction<Instant> timeOf;
    private final Consumer<Like> liked;
    private final BitSet givers = new BitSet();
    private final long[][] waiting = new long[LONGEST][16];
    private final int[] waitingOnes = new int[LONGEST];
    private int told;
    private int lastNumber;

    Likes(Choice people, int accounts, IntFunction<Instant> timeOf, Consumer<Like> liked) {
        this.people = people;
        this.most = accounts / 10;
        this.timeOf = timeOf;
        this.liked = liked;
    }

    /** Returns how many a bark gets. */
    int give(int number, SplittableRandom random) {
        int count = (int) Math.min(most, LEAST * Math.pow(1 - random.nextDouble(), -1 / EXPONENT));
        givers.clear();
        int given = 0;
        while (given < count) {
            int giver = people.draw(random);
            if (!givers.get(giver)) {
                givers.set(giver);
                given++;
                int later = (int) Math.min(LONGEST - 1, 1 + 20 / (1 - random.nextDouble()));
                await((number + later) % LONGEST, (long) number << 32 | giver);
            }
        }
        return count;
    }

    private void await(int slot, long like) {
        if (waitingOnes[slot] == waiting[slot].length) {
            waiting[slot] = Arrays.copyOf(waiting[slot], 2 * waiting[slot].length);
        }
        waiting[slot][waitingOnes[slot]++] = like;
    }

    /** Tells those that come with the bark of this number. */
    void upTo(int number) {
        int slot = number % LONGEST;
        for (int i = 0; i < waitingOnes[slot]; i++) {
            long like = waiting[slot][i];
            liked.accept(new Like(++told, (int) (like >> 32) + 1, (int) like, timeOf.apply(number)));
        }
        waitingOnes[slot] = 0;
        lastNumber = number;
    }

    void all() {
        int last = lastNumber;
        for (int number = last + 1; number < last + LONGEST; number++) {
            upTo(number);
        }
    }
}
