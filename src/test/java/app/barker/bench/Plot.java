package app.barker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws what {@link Report} keeps: a line for each figure that has a goal, with every value that was ever taken of it,
 * as a share of the goal of its day, the newest in full colour. What lies left of the middle line meets its goal.
 */
final class Plot {

    private static final int WIDTH = 960;
    private static final int LINE = 24;
    private static final int TOP = 56;
    private static final int NAMES = 260;
    private static final int AXIS = 440;

    /** The axis is logarithmic; what lies outside is drawn at its end. */
    private static final double LEAST = 0.1;

    private static final double MOST = 4;
    private static final double[] TICKS = {0.1, 0.25, 0.5, 1, 2, 4};

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #2d2a26; }
            .quiet { fill: #6b655c; }
            .line { stroke: #e4ded4; }
            .goal { stroke: #6b655c; stroke-dasharray: 4 3; }
            .path { stroke: #c9c1b4; fill: none; }
            .old { fill: #c9c1b4; }
            .met { fill: #2f7d5b; }
            .missed { fill: #b3432b; }
            @media (prefers-color-scheme: dark) {
              text { fill: #ece7df; } .quiet { fill: #a8a196; } .line { stroke: #3a3630; } .goal { stroke: #a8a196; }
              .path { stroke: #5c564d; } .old { fill: #5c564d; } .met { fill: #63c296; } .missed { fill: #ee8a72; }
            }
            """;

    private final Map<String, List<Row>> figures = new LinkedHashMap<>();

    private record Row(double value, String valueText, String unit, double goal, String goalText) {

        boolean meets() {
            return value <= goal;
        }

        /** A goal of nothing is met by nothing alone. */
        double x() {
            double share = goal == 0 ? (value <= 0 ? LEAST : MOST) : value / goal;
            return NAMES + AXIS * Math.log(Math.clamp(share, LEAST, MOST) / LEAST) / Math.log(MOST / LEAST);
        }
    }

    private Plot(List<List<String>> rows) {
        for (List<String> row : rows) {
            String goal = row.get(5);
            if (!goal.isEmpty()) {
                figures.computeIfAbsent(row.get(2), name -> new ArrayList<>())
                        .add(new Row(
                                Double.parseDouble(row.get(3)),
                                row.get(3),
                                row.get(4),
                                Double.parseDouble(goal),
                                goal));
            }
        }
    }

    static void draw(Path csv, Path svg) throws IOException {
        List<List<String>> rows =
                Files.readAllLines(csv).stream().skip(1).map(Plot::cells).toList();
        Files.writeString(svg, new Plot(rows).svg());
    }

    /** Of a row that {@link Report} wrote: no line breaks within a cell. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char letter = row.charAt(i);
            if (letter == '"') {
                if (quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private String svg() {
        int height = TOP + LINE * figures.size() + 16;
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n<title>Barker's figures as shares of their goals</title>%n<style>%n%s</style>%n"
                        .formatted(WIDTH, height, STYLE));
        for (double tick : TICKS) {
            double x = new Row(tick, "", "", 1, "").x();
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"quiet\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    tick == 1 ? "goal" : "line",
                    x,
                    x,
                    TOP - 16,
                    height - 16,
                    x,
                    TOP - 24,
                    tick == 1 ? "goal" : (tick < 1 ? Double.toString(tick) : Integer.toString((int) tick)) + " ×"));
        }
        int y = TOP;
        for (Map.Entry<String, List<Row>> figure : figures.entrySet()) {
            svg.append(line(figure.getKey(), figure.getValue(), y));
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(String name, List<Row> history, int y) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", NAMES - 16, y + 4, name));
        Row newest = history.getLast();
        StringBuilder path = new StringBuilder();
        for (Row row : history) {
            path.append(String.format(Locale.ROOT, "%s%.1f %d", path.isEmpty() ? "M" : " L", row.x(), y));
        }
        line.append(String.format(Locale.ROOT, "<path class=\"path\" d=\"%s\"/>%n", path));
        for (Row row : history.subList(0, history.size() - 1)) {
            line.append(
                    String.format(Locale.ROOT, "<circle class=\"old\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>%n", row.x(), y));
        }
        return line.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>%n<text class=\"quiet\" x=\"%d\" y=\"%d\">%s of %s %s</text>%n",
                        newest.meets() ? "met" : "missed",
                        newest.x(),
                        y,
                        NAMES + AXIS + 16,
                        y + 4,
                        newest.valueText(),
                        newest.goalText(),
                        newest.unit()))
                .toString();
    }
}
