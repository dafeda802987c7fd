package app.barker.timeline.ui;

import static java.util.stream.Collectors.toUnmodifiableSet;

import app.barker.bark.BarkCard;
import app.barker.bark.ui.BarkFeed;
import app.barker.timeline.Timeline;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.OptionalLong;
import java.util.Set;

/** The place in a list that an address names: {@code ?from=} and the entry at the top. */
final class Places {

    private Places() {}

    static OptionalLong from(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter("from")
                .map(Places::number)
                .orElse(OptionalLong.empty());
    }

    /** An id as an address carries it; empty for anything else. */
    static OptionalLong number(String typed) {
        return typed.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }

    /** The newest page, or the one from that place on; what is newer is then said and not shown. */
    static void show(BarkFeed feed, LiveFeed live, OptionalLong from, BarkFeed.Source source) {
        if (from.isEmpty()) {
            feed.showNewest();
            return;
        }
        long anchor = from.getAsLong();
        Set<Long> newer = source.page(Timeline.NEWEST, Timeline.PAGE_SIZE).barks().stream()
                .map(BarkCard::entryId)
                .filter(entry -> entry > anchor)
                .collect(toUnmodifiableSet());
        feed.showFrom(anchor);
        live.showsAllBut(newer);
    }
}
