package app.barker.bench.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Who lives here, how much each has to say and how gladly they are heard. */
final class People {

    private static final String[] NAMES = {
        "Ace", "Archie", "Bailey", "Bandit", "Bear", "Benji", "Biscuit", "Blue", "Bonnie", "Buddy", "Charlie",
        "Chester", "Coco", "Cooper", "Daisy", "Dexter", "Duke", "Ellie", "Finn", "Frida", "Ginger", "Gizmo", "Gus",
        "Hazel", "Honey", "Jack", "Jasper", "Juno", "Koda", "Lady", "Lola", "Lucky", "Maggie", "Maple", "Milo", "Mocha",
        "Moose", "Nova", "Olive", "Oscar", "Otis", "Pepper", "Penny", "Pixel", "Poppy", "Quincy", "Remy", "Riley",
        "Rocky", "Rosie", "Ruby", "Sadie", "Sam", "Scout", "Shadow", "Stella", "Teddy", "Toby", "Tucker", "Waffles",
        "Willow", "Winnie", "Zeus", "Ziggy"
    };

    private static final String[] SURNAMES = {
        "of the Hill",
        "Barkley",
        "Woof",
        "Pawson",
        "from Next Door",
        "Wagner",
        "Houndsworth",
        "de la Puerta",
        "Müller",
        "the Brave",
        "Fetchwell",
        "Øksen"
    };

    private static final double HAVE_DISPLAY_NAME = 0.8;

    /** The harmonic series without its first three: the most talkative of ten thousand says three barks in a hundred. */
    private static final int SHIFT = 3;

    /** How far it depends on how much somebody says whether others follow them. */
    private static final double HEARD_FOR_TALKING = 0.8;

    private final List<Dog> dogs = new ArrayList<>();
    private final double[] talk;
    private final double[] renown;

    People(int accounts, SplittableRandom random) {
        talk = new double[accounts + 1];
        renown = new double[accounts + 1];
        int[] ranks = ranks(accounts, random);
        for (int id = 1; id <= accounts; id++) {
            dogs.add(dog(id, random));
            double weight = 1.0 / (ranks[id - 1] + 1 + SHIFT);
            talk[id] = isQuiet(id) || id == Known.LUNA.id() ? 0 : weight;
            renown[id] = Math.pow(weight, HEARD_FOR_TALKING) * Math.exp(random.nextGaussian() * 0.8);
        }
        // One is followed by choice of the graph alone, the other not at all.
        renown[Known.REX.id()] = 0;
        renown[Known.BRUNO.id()] = 0;
    }

    private static int[] ranks(int accounts, SplittableRandom random) {
        int[] ranks = new int[accounts];
        for (int i = 1; i < accounts; i++) {
            int other = random.nextInt(i + 1);
            ranks[i] = ranks[other];
            ranks[other] = i;
        }
        return ranks;
    }

    private static Dog dog(int id, SplittableRandom random) {
        String name = NAMES[random.nextInt(NAMES.length)];
        String surname = SURNAMES[random.nextInt(SURNAMES.length)];
        boolean named = random.nextDouble() < HAVE_DISPLAY_NAME;
        return Known.byId(id)
                .map(known -> new Dog(id, known.username(), Optional.of(known.displayName())))
                .orElseGet(() -> new Dog(
                        id,
                        name.toLowerCase(Locale.ROOT) + "-" + id,
                        named ? Optional.of(name + " " + surname) : Optional.empty()));
    }

    List<Dog> dogs() {
        return dogs;
    }

    Dog dog(int id) {
        return dogs.get(id - 1);
    }

    int count() {
        return dogs.size();
    }

    /** Rex, and the last ones. */
    boolean isQuiet(int id) {
        return id == Known.REX.id() || id > talk.length - World.QUIET;
    }

    int quiet(int number) {
        int last = number % World.QUIET;
        return last == 0 ? Known.REX.id() : talk.length - last;
    }

    /** Draws ids of those who speak, by how much each has to say. */
    Choice speakers() {
        return new Choice(talk);
    }

    /** Draws ids of those who are heard. */
    Choice heard() {
        return new Choice(renown);
    }
}
