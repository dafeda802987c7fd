package app.barker.bench;

import app.barker.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What pages of feeds cost the database among a great many barks, over what they cost among a thousand. */
final class Feeds implements Measure {

    /** Where the plans of the last run stand. */
    private static final Path PLANS = Path.of("target/bench-plans.txt");

    private static final int[] SIZES = {Timeline.PAGE_SIZE, Timeline.LONGEST_PAGE};

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public List<Figure> take(Setting setting) throws Exception {
        try (Worlds worlds = new Worlds(setting)) {
            List<Figure> figures = new ArrayList<>();
            List<String> plans = new ArrayList<>();
            for (FeedCase feed : FeedCase.FEEDS) {
                for (int size : SIZES) {
                    figures.addAll(new FeedComparison(setting, worlds, feed, size).figures());
                    plans.add("== %s, %d rows, among %d barks"
                            .formatted(feed.name(), size, setting.scale().barks()));
                    plans.addAll(worlds.many().plansOf(reading -> feed.firstPage(reading, size)));
                }
            }
            keep(plans, setting);
            return figures;
        }
    }

    private static void keep(List<String> plans, Setting setting) throws IOException {
        Files.createDirectories(PLANS.toAbsolutePath().resolveSibling(""));
        Files.write(PLANS, plans);
        plans.forEach(setting::detail);
        System.out.println("plans are in " + PLANS);
    }
}
