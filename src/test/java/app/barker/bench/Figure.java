package app.barker.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One measured number.
 *
 * @param goal what the value is to stay at or below; empty for a number that only explains another
 * @param how in one line, how it was taken
 */
record Figure(String name, double value, String unit, OptionalDouble goal, String how) {

    static Figure withGoal(String name, double value, String unit, double goal, String how) {
        return new Figure(name, value, unit, OptionalDouble.of(goal), how);
    }

    static Figure plain(String name, double value, String unit, String how) {
        return new Figure(name, value, unit, OptionalDouble.empty(), how);
    }

    /** Judged as printed: what rounds to the goal meets it. */
    boolean meetsGoal() {
        return goal.isEmpty() || Double.parseDouble(valueText()) <= goal.getAsDouble();
    }

    String valueText() {
        return number(value);
    }

    String goalText() {
        return goal.isPresent() ? number(goal.getAsDouble()) : "";
    }

    private static String number(double value) {
        boolean whole = Math.abs(value) >= 1_000 || value == Math.rint(value);
        String text = String.format(Locale.ROOT, whole ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceFirst("^-(0(\\.0+)?)$", "$1");
    }
}
