package app.barker.feed.ui;

import app.barker.feed.FeedSubject;
import app.barker.feed.OwnFeed;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One's feeds, each with buttons that give it another address or end it. The browser is handed the rows and draws them. */
@Tag("barker-feeds")
@JsModule("./barker-feeds.ts")
class FeedList extends Component {

    private final LongConsumer renewing;
    private final LongConsumer revoking;

    FeedList(LongConsumer renewing, LongConsumer revoking) {
        this.renewing = renewing;
        this.revoking = revoking;
    }

    /** One of them: times in ISO 8601, empty where there is none; ids as text. */
    record Row(String key, String title, String made, String read, String readFrom) {}

    void show(List<OwnFeed> feeds) {
        getElement().callJsFunction("show", feeds.stream().map(this::row).toList());
    }

    private Row row(OwnFeed feed) {
        return new Row(
                String.valueOf(feed.id()),
                titleOf(feed.subject()),
                feed.createdAt().toString(),
                feed.lastReadAt().map(Instant::toString).orElse(""),
                feed.lastReadFrom());
    }

    private String titleOf(FeedSubject subject) {
        return subject instanceof FeedSubject.Home ? getTranslation("feeds.kind.HOME") : subject.name();
    }

    /** @param key what a browser sends, so it may be anything */
    @ClientCallable
    void renew(@Nullable String key) {
        pass(key, renewing);
    }

    /** @param key what a browser sends, so it may be anything */
    @ClientCallable
    void revoke(@Nullable String key) {
        pass(key, revoking);
    }

    private static void pass(@Nullable String key, LongConsumer wanting) {
        if (key != null && key.matches("\\d{1,18}")) {
            wanting.accept(Long.parseLong(key));
        }
    }
}
