package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.ClientCard;
import app.barker.bookmark.Bookmarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookmarksViewTest extends FeedViewTest {

    @Autowired
    Bookmarks bookmarks;

    private long first;
    private long second;

    @BeforeEach
    void bellaHasBarkedAndRexIsHere() {
        first = barking.bark(bella, "First");
        second = barking.bark(bella, "Second");
        logIn(rex);
    }

    @Test
    void theBookmarkThatWasSetLastStandsFirst() {
        open("everyone");
        assertThat(refusalOf("bookmark", second)).isEmpty();
        assertThat(refusalOf("bookmark", first)).isEmpty();

        assertThat(open("bookmarks")).isEqualTo(200);

        assertThat(shown()).containsExactly(first, second);
        assertThat(shownCards()).allMatch(ClientCard::bookmarked);
    }

    @Test
    void whatIsTakenOutStaysUntilThePageIsReadAgain() {
        bookmarks.add(rex, first);
        open("bookmarks");

        assertThat(refusalOf("unbookmark", first)).isEmpty();

        assertThat(shown()).containsExactly(first);
        open("bookmarks");
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotBookmarked() {
        open("everyone");

        assertThat(refusalOf("bookmark", Long.MAX_VALUE)).isPresent();
    }

    @Test
    void aReminderThatIsSetStandsAboveTheListUntilItIsEnded() {
        bookmarks.add(rex, first);
        open("bookmarks");
        assertThat(reminders()).isEmpty();

        assertThat(remind(first, Instant.now().plus(Duration.ofHours(1)).toString()))
                .isTrue();
        assertThat(reminders()).singleElement().satisfies(row -> {
            assertThat(row.words()).isEqualTo("First");
            assertThat(row.isTold()).isFalse();
        });

        call(find(ReminderList.class).single(), "forget", String.valueOf(first));
        assertThat(reminders()).isEmpty();
    }

    @Test
    void whatIsNoTimeOrOverIsRefused() {
        open("everyone");

        assertThat(remind(first, "tomorrow")).isFalse();
        assertThat(remind(first, Instant.EPOCH.toString())).isFalse();
        assertThat(bookmarks.remindersOf(rex)).isEmpty();
    }

    @Test
    void aReminderThatComesDueIsShownOnTheOpenPage() {
        bookmarks.remind(rex, first, Instant.now().plusMillis(800));
        open("bookmarks");

        awaitThat(() -> assertThat(reminders()).singleElement().matches(ReminderList.Row::isTold));
    }

    private boolean remind(long bark, String at) {
        return ((BarkFeed.Answer) call(feed(), "remind", String.valueOf(bark), at)).done();
    }

    @SuppressWarnings("unchecked")
    private List<ReminderList.Row> reminders() {
        return (List<ReminderList.Row>)
                argumentsOf(find(ReminderList.class).single(), ".show(").getFirst();
    }
}
