package app.barker.bench;

import app.barker.bark.BarkPage;
import app.barker.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** One feed or search with pages of one size: the two worlds in turn, then the first page of the larger and one far below in turn. */
final class FeedComparison {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 500;
    private static final int FAR_BELOW = 1_000;

    private static final double DEPTH_GOAL = 1.2;

    private final Setting setting;
    private final Worlds worlds;
    private final FeedCase feed;
    private final int size;

    FeedComparison(Setting setting, Worlds worlds, FeedCase feed, int size) {
        this.setting = setting;
        this.worlds = worlds;
        this.feed = feed;
        this.size = size;
    }

    private record Place(int page, long before) {}

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(figuresOfWorlds());
        Place below = farBelow();
        if (below.page() > 1) {
            figures.addAll(figuresOfDepth(below));
        }
        return figures;
    }

    List<Figure> figuresOfWorlds() {
        Samples small = new Samples();
        Samples large = new Samples();
        inTurn(() -> timeOf(worlds.few(), Timeline.NEWEST), small, () -> timeOf(worlds.many(), Timeline.NEWEST), large);
        setting.detail(name("") + ": " + small + " with few, " + large + " with many");
        int fewRows = rows(worlds.few());
        int manyRows = rows(worlds.many());
        String how = "database time of the first page among %d barks over that among %d, %d rounds in turn; %s%s"
                .formatted(
                        setting.scale().barks(),
                        Scale.FEW_BARKS,
                        ROUNDS,
                        setting.scale().postgres() ? "PostgreSQL" : "H2",
                        fewRows == manyRows
                                ? ""
                                : "; no goal, for it compares %d rows with %d".formatted(manyRows, fewRows));
        boolean hasGoal = fewRows == manyRows && setting.scale().postgres();
        return List.of(
                ratio("", large.median() / small.median(), hasGoal, feed.goals().median(), "median " + how),
                ratio(
                        ".p99",
                        large.percentile(99) / small.percentile(99),
                        hasGoal && Double.isFinite(feed.goals().percentile()),
                        feed.goals().percentile(),
                        "99th percentile of the same"),
                Figure.plain(
                        name(".median"),
                        large.median(),
                        "ms",
                        "among %d barks; %.2f ms among %d"
                                .formatted(setting.scale().barks(), small.median(), Scale.FEW_BARKS)));
    }

    private List<Figure> figuresOfDepth(Place below) {
        Samples first = new Samples();
        Samples deep = new Samples();
        inTurn(() -> timeOf(worlds.many(), Timeline.NEWEST), first, () -> timeOf(worlds.many(), below.before()), deep);
        setting.detail(name(".deep") + ": first " + first + ", page " + below.page() + " " + deep);
        return List.of(ratio(
                ".deep",
                deep.median() / first.median(),
                setting.scale().postgres(),
                DEPTH_GOAL,
                "median database time of page %d over the first, %d rounds in turn".formatted(below.page(), ROUNDS)));
    }

    /** Whichever comes second finds the caches as the other left them: they change places. */
    private static void inTurn(DoubleSupplier one, Samples ofOne, DoubleSupplier other, Samples ofOther) {
        takeTurns(one, new Samples(), other, new Samples(), WARM_UP);
        takeTurns(one, ofOne, other, ofOther, ROUNDS);
    }

    private static void takeTurns(
            DoubleSupplier one, Samples ofOne, DoubleSupplier other, Samples ofOther, int rounds) {
        for (int i = 0; i < rounds; i += 2) {
            ofOne.add(one.getAsDouble());
            ofOther.add(other.getAsDouble());
            ofOther.add(other.getAsDouble());
            ofOne.add(one.getAsDouble());
        }
    }

    private double timeOf(ReadDatabase database, long before) {
        return database.time(reading -> feed.page(reading, before, size));
    }

    private int rows(ReadDatabase database) {
        return feed.firstPage(database.reading(), size).barks().size();
    }

    /** The thousandth page, or the last full one. */
    private Place farBelow() {
        Place place = new Place(1, Timeline.NEWEST);
        BarkPage page = feed.firstPage(worlds.many().reading(), size);
        while (page.more() && place.page() < FAR_BELOW) {
            long next = page.next();
            page = feed.page(worlds.many().reading(), next, size);
            if (page.barks().size() < size) {
                break;
            }
            place = new Place(place.page() + 1, next);
        }
        return place;
    }

    private Figure ratio(String what, double value, boolean hasGoal, double goal, String how) {
        return hasGoal
                ? Figure.withGoal(name(what), value, "times", goal, how)
                : Figure.plain(name(what), value, "times", how);
    }

    private String name(String what) {
        return feed.name() + "." + size + what + (setting.scale().postgres() ? "" : ".h2");
    }
}
