package app.barker.bench.world;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What dogs say: texts of very different lengths, some with emoji. */
final class Talk {

    private static final String[] WORDS =
            ("the a and of to in for with on at my our this that today again ball bone park walk tail"
                            + " squirrel postman sausage biscuit puddle garden sofa nap fence door lead stick river beach cat neighbour"
                            + " vet bath rain sun morning evening smells runs barks waits finds chases digs sleeps rolls sniffs brings"
                            + " hides dreams good best brown wet muddy fast old new small big whole never always somebody nobody who"
                            + " when where because perhaps finally slowly meeting report release coffee window ticket Größe café")
                    .split(" ");

    private static final String[] EMOJI = {"🐾", "🐶", "🦴", "🎾", "❤️", "😂", "👍🏽", "🐕‍🦺", "👨‍👩‍👧‍👦", "☀️"};

    private static final String[] TAG_WORDS = {
        "walk",
        "ball",
        "lunch",
        "monday",
        "friday",
        "puppy",
        "release",
        "office",
        "garden",
        "photo",
        "question",
        "news",
        "vet",
        "nap",
        "squirrel",
        "training",
        "travel"
    };

    private static final double MEDIAN_LENGTH = 70;
    private static final double SPREAD = 0.6;
    private static final int SHORTEST = 8;

    /** Names and tags come on top and find room: a bark holds 280. */
    private static final int LONGEST = 190;

    private static final double WITH_EMOJI = 0.2;
    private static final double WITH_LINK = 0.03;
    private static final double WITH_TAG = 0.12;
    private static final double WITH_SECOND_TAG = 0.3;

    private final Choice words = few(WORDS.length);
    private final Choice tags = few(TAG_WORDS.length * TAG_WORDS.length);

    private static Choice few(int of) {
        double[] weights = new double[of];
        for (int i = 0; i < of; i++) {
            weights[i] = 1.0 / (i + 3);
        }
        return new Choice(weights);
    }

    String text(Optional<Dog> addressed, List<String> tags, SplittableRandom random) {
        StringBuilder text = new StringBuilder(256);
        addressed.ifPresent(dog -> text.append('@').append(dog.username()).append(' '));
        int length = text.length()
                + (int) Math.clamp(MEDIAN_LENGTH * Math.exp(random.nextGaussian() * SPREAD), SHORTEST, LONGEST);
        text.append(WORDS[random.nextInt(WORDS.length)]);
        while (text.length() < length) {
            text.append(' ').append(WORDS[words.draw(random)]);
        }
        if (random.nextDouble() < WITH_LINK) {
            text.append(" https://kennel.example/").append(random.nextInt(100_000));
        }
        tags.forEach(tag -> text.append(" #").append(tag));
        if (random.nextDouble() < WITH_EMOJI) {
            text.append(' ').append(EMOJI[random.nextInt(EMOJI.length)]);
        }
        return text.toString();
    }

    /** At most two, a few of which everyone uses. */
    List<String> tags(SplittableRandom random) {
        if (random.nextDouble() >= WITH_TAG) {
            return List.of();
        }
        String first = tag(random);
        String second = tag(random);
        return first.equals(second) || random.nextDouble() >= WITH_SECOND_TAG ? List.of(first) : List.of(first, second);
    }

    private String tag(SplittableRandom random) {
        int number = tags.draw(random);
        String word = TAG_WORDS[number % TAG_WORDS.length];
        return number < TAG_WORDS.length ? word : word + TAG_WORDS[number / TAG_WORDS.length];
    }
}
