package app.barker.bench.world;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who follows whom. How many somebody follows is log-normal, as in other such places: half follow at most some tens, a few
 * follow hundreds. Whom they follow goes by renown, so that a few are followed by thousands.
 */
final class Follows {

    private static final int MEDIAN = 40;
    private static final double SPREAD = 1.0;

    /** Whom the ordinary reader follows, Rex included. */
    private static final int OF_ORDINARY = 60;

    private final int[][] followees;

    Follows(People people, SplittableRandom random) {
        Choice heard = people.heard();
        followees = new int[people.count() + 1][];
        for (int id = 1; id <= people.count(); id++) {
            followees[id] =
                    id == Known.LUNA.id() ? quiet(people) : draw(id, degree(id, people.count(), random), heard, random);
        }
    }

    int[] of(int id) {
        return followees[id].clone();
    }

    private static int[] quiet(People people) {
        return IntStream.rangeClosed(1, people.count()).filter(people::isQuiet).toArray();
    }

    private static int degree(int id, int accounts, SplittableRandom random) {
        int drawn = (int) Math.round(MEDIAN * Math.exp(random.nextGaussian() * SPREAD));
        if (id == Known.BELLA.id()) {
            return OF_ORDINARY;
        } else if (id == Known.MAX.id()) {
            return Math.min(World.MANY, accounts / 2);
        }
        return id == Known.NALA.id() ? 0 : Math.clamp(drawn, 1, accounts / 4);
    }

    private static int[] draw(int follower, int degree, Choice heard, SplittableRandom random) {
        TreeSet<Integer> drawn = new TreeSet<>();
        if (degree > 0 && follower != Known.REX.id()) {
            drawn.add(Known.REX.id());
        }
        while (drawn.size() < degree) {
            int followee = heard.draw(random);
            if (followee != follower) {
                drawn.add(followee);
            }
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }
}
