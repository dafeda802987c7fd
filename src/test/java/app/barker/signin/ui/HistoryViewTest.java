package app.barker.signin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.signin.SecurityHistory;
import app.barker.testing.SignedInViewTest;
import org.junit.jupiter.api.Test;

class HistoryViewTest extends SignedInViewTest {

    @Test
    void showsWhatHappenedTheNewestFirst() {
        navigate(HistoryView.class);

        EventList.Page page = (EventList.Page)
                argumentsOf(find(EventList.class).single(), "show").getFirst();
        assertThat(page.more()).isFalse();
        assertThat(page.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("SIGNED_IN");
            assertThat(line.address()).isEqualTo("203.0.113.7");
            assertThat(line.person()).isEqualTo(rex.username());
        });
    }

    @Test
    void goesOnWhereThePageEnds() {
        for (int i = 0; i < SecurityHistory.PAGE_SIZE; i++) {
            jdbc.sql(
                            "insert into security_events (account_id, kind, at, address, browser, operating_system, detail, to_be_told)"
                                    + " values (?, 'PROVEN', now(), '', '', '', '', false)")
                    .param(rex.id())
                    .update();
        }
        navigate(HistoryView.class);
        EventList list = find(EventList.class).single();
        EventList.Page first = (EventList.Page) argumentsOf(list, "show").getFirst();

        assertThat(first.more()).isTrue();
        EventList.Page second =
                (EventList.Page) call(list, "older", first.lines().getLast().id());
        assertThat(second.lines()).extracting(EventList.Line::kind).containsExactly("SIGNED_IN");
        assertThat(((EventList.Page) call(list, "older", "bone")).lines()).isEmpty();
    }
}
