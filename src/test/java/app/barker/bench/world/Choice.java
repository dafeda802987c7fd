package app.barker.bench.world;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws numbers from 0 on, each as often as its weight says. */
final class Choice {

    private final double[] upTo;

    Choice(double[] weights) {
        upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
    }

    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found >= 0 ? found : -found - 1;
    }
}
