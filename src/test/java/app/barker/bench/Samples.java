package app.barker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured again and again. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int count() {
        return values.size();
    }

    double median() {
        return percentile(50);
    }

    /** The nearest that was measured: so many of a hundred are at or below it. */
    double percentile(int percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.clamp((int) Math.ceil(sorted.length * percent / 100.0) - 1, 0, sorted.length - 1)];
    }

    @Override
    public String toString() {
        return Stream.of(50, 90, 99, 100)
                .map(percent -> "p%d %.2f ms".formatted(percent, percentile(percent)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
