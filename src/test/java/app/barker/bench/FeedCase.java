package app.barker.bench;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkPage;
import app.barker.bench.world.Known;
import app.barker.timeline.Reading;
import app.barker.timeline.Timeline;
import java.util.List;

/** A feed as one reader opens it. */
record FeedCase(String name, Known reader, Feed feed) {

    static final List<FeedCase> ALL = List.of(
            new FeedCase("everyone", Known.BELLA, Reading::everyone),
            new FeedCase("home.ordinary", Known.BELLA, Reading::home),
            new FeedCase("home.quiet", Known.LUNA, Reading::home),
            new FeedCase("home.many", Known.MAX, Reading::home));

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
