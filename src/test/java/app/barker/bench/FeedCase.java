package app.barker.bench;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bench.world.Known;
import app.barker.timeline.Reading;
import app.barker.timeline.Timeline;
import java.util.List;

/**
 * A list of barks as one reader opens it.
 *
 * @param goals for the first page among many barks over that among few
 */
record FeedCase(String name, Known reader, Feed feed, Goals goals) {

    static final List<FeedCase> FEEDS = List.of(
            new FeedCase("feeds.everyone", Known.BELLA, Reading::everyone, Goals.OF_FEEDS),
            new FeedCase("feeds.home.ordinary", Known.BELLA, Reading::home, Goals.OF_FEEDS),
            new FeedCase("feeds.home.quiet", Known.LUNA, Reading::home, Goals.OF_FEEDS),
            new FeedCase("feeds.home.many", Known.MAX, Reading::home, Goals.OF_FEEDS));

    /** What stands in most barks, in some, in few; and two that are found together. */
    static final List<FeedCase> SEARCHES = List.of(
            search("word", "ball"),
            search("words", "morning coffee -cat"),
            search("beginning", "rele*"),
            search("link", "has:link"),
            search("tag", "#walk"),
            search("person", "from:bella"),
            search("rare", "12345"));

    /**
     * How many times as long it may take.
     *
     * @param percentile the 99th; infinite for none
     */
    record Goals(double median, double percentile) {
        static final Goals OF_FEEDS = new Goals(1.2, 2);
        static final Goals OF_SEARCHES = new Goals(1.5, Double.POSITIVE_INFINITY);
    }

    private static FeedCase search(String name, String query) {
        return new FeedCase(
                "search." + name,
                Known.BELLA,
                (reading, me, before, size) -> reading.found(me, query, before, size),
                Goals.OF_SEARCHES);
    }

    /** Where pages come from. */
    @FunctionalInterface
    interface Feed {
        BarkPage page(Reading reading, Viewer me, long before, int size);
    }

    BarkPage page(Reading reading, long before, int size) {
        return feed.page(reading, new Viewer(reader.id(), reader.username(), Role.USER), before, size);
    }

    BarkPage firstPage(Reading reading, int size) {
        return page(reading, Timeline.NEWEST, size);
    }
}
