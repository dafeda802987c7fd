package app.barker.bench.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Everything that was barked, from the first to the last. What a bark is follows from the seed and from how many came after
 * it, not from how many came before.
 */
final class Story {

    static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(300);

    private static final double REBARKS = 0.10;
    private static final double REPLIES = 0.30;
    private static final double QUOTES = 0.02;

    /** Of those that reply; others address somebody now and then. */
    private static final double ADDRESSED = 0.4;

    private static final double ADDRESSED_WITHOUT_REPLY = 0.05;

    /** What is answered or passed on is the most liked of so many. */
    private static final int CANDIDATES = 3;

    private static final int FURTHEST_BACK = 5_000;

    private final People people;
    private final int barks;
    private final long seed;
    private final Consumer<Bark> barked;
    private final Likes likes;
    private final Talk talk = new Talk();
    private final Choice speakers;
    private final Choice heard;

    // By the number of a bark, from 0; a place holds the number of another one plus one, which is its id.
    private final int[] authors;
    private final int[] roots;
    private final int[] rebarked;
    private final int[] liked;

    /** The numbers of those that are not by quiet people. */
    private final int[] busy;

    private final Set<Long> passedOn = new HashSet<>();
    private int busyOnes;

    Story(People people, int barks, long seed, Consumer<Bark> barked, Consumer<Like> liked) {
        this.people = people;
        this.barks = barks;
        this.seed = seed;
        this.barked = barked;
        this.authors = new int[barks];
        this.roots = new int[barks];
        this.rebarked = new int[barks];
        this.liked = new int[barks];
        this.busy = new int[barks];
        speakers = people.speakers();
        heard = people.heard();
        likes = new Likes(speakers, people.count(), this::timeOf, liked);
    }

    void tell() {
        for (int number = 0; number < barks; number++) {
            int age = barks - 1 - number;
            int quietBefore = (int) ((long) age * World.QUIET_BARKS / barks);
            long quietAge = (2L * quietBefore + 1) * barks / (2L * World.QUIET_BARKS);
            if (quietAge == age) {
                tellQuiet(number, quietBefore);
            } else {
                tellBusy(number, age - quietBefore - (quietAge < age ? 1 : 0));
            }
            likes.upTo(number);
        }
        likes.all();
    }

    private void tellQuiet(int number, int quiet) {
        SplittableRandom random = random(2L * quiet + 1);
        authors[number] = people.quiet(quiet);
        say(number, OptionalInt.empty(), OptionalInt.empty(), random);
    }

    private void tellBusy(int number, int age) {
        SplittableRandom random = random(2L * age);
        authors[number] = speakers.draw(random);
        double kind = random.nextDouble();
        OptionalInt other = candidate(random);
        if (kind < REBARKS && other.isPresent() && mayPassOn(number, other.getAsInt())) {
            rebark(number, other.getAsInt(), random);
        } else if (kind < REBARKS + REPLIES) {
            say(number, other, OptionalInt.empty(), random);
        } else {
            say(number, OptionalInt.empty(), kind < REBARKS + REPLIES + QUOTES ? other : OptionalInt.empty(), random);
        }
        busy[busyOnes++] = number;
    }

    private SplittableRandom random(long which) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + which);
    }

    /** Something said not long ago. */
    private OptionalInt candidate(SplittableRandom random) {
        int best = -1;
        for (int i = 0; i < CANDIDATES; i++) {
            int back = (int) Math.min(FURTHEST_BACK, 1 + 12 * (Math.pow(1 - random.nextDouble(), -0.8) - 1));
            if (back <= busyOnes) {
                int found = busy[busyOnes - back];
                found = rebarked[found] > 0 ? rebarked[found] - 1 : found;
                best = best < 0 || liked[found] > liked[best] ? found : best;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Not one's own, and once. */
    private boolean mayPassOn(int number, int other) {
        return authors[number] != authors[other] && passedOn.add((long) authors[number] << 32 | other);
    }

    private void rebark(int number, int other, SplittableRandom random) {
        rebarked[number] = other + 1;
        barked.accept(new Bark(
                number + 1,
                authors[number],
                "",
                key(random),
                timeOf(number),
                OptionalInt.of(other + 1),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of()));
    }

    private void say(int number, OptionalInt parent, OptionalInt quoted, SplittableRandom random) {
        parent.ifPresent(other -> roots[number] = roots[other] > 0 ? roots[other] : other + 1);
        Optional<Dog> addressed = addressed(parent, random);
        List<String> tags = talk.tags(random);
        barked.accept(new Bark(
                number + 1,
                authors[number],
                talk.text(addressed, tags, random),
                key(random),
                timeOf(number),
                OptionalInt.empty(),
                id(parent),
                roots[number] > 0 ? OptionalInt.of(roots[number]) : OptionalInt.empty(),
                id(quoted),
                addressed.stream().toList(),
                tags));
        liked[number] = likes.give(number, random);
    }

    private static OptionalInt id(OptionalInt number) {
        return number.isPresent() ? OptionalInt.of(number.getAsInt() + 1) : number;
    }

    private Optional<Dog> addressed(OptionalInt parent, SplittableRandom random) {
        double wanted = random.nextDouble();
        if (parent.isPresent()) {
            return wanted < ADDRESSED ? Optional.of(people.dog(authors[parent.getAsInt()])) : Optional.empty();
        }
        return wanted < ADDRESSED_WITHOUT_REPLY ? Optional.of(people.dog(heard.draw(random))) : Optional.empty();
    }

    private static UUID key(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Instant timeOf(int number) {
        return BEGIN.plusNanos(LENGTH.dividedBy(barks).toNanos() / 1_000 * 1_000 * number);
    }
}
