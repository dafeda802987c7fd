package app.barker.bark.ui;

import static app.barker.bark.ui.Barks.byBella;
import static app.barker.bark.ui.Barks.liked;
import static app.barker.bark.ui.Barks.quoted;
import static app.barker.bark.ui.Barks.rebarked;
import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.BarkCard;
import app.barker.bark.BarkChange;
import app.barker.bark.BarkCounts;
import app.barker.bark.BarkPage;
import app.barker.bark.BarkVersion;
import app.barker.bark.ThreadRow;
import app.barker.bark.ui.BarkFeed.Answer;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BarkFeedTest extends ViewTest {

    private final Desk desk = new Desk();
    private final BarkFeed feed = new BarkFeed(BarkFeed.Kind.HOME, desk, desk);

    @BeforeEach
    void feedIsOnThePage() {
        logIn(new Viewer(1, "rex", Role.USER));
        UI.getCurrent().add(feed);
    }

    @Test
    void showsTheNewestPageOfItsSource() {
        desk.barks = List.of(byBella(12), byBella(11));

        feed.showNewest();

        assertThat(desk.asked).containsExactly("page 9223372036854775807 20");
        assertThat(shownIds()).containsExactly("12", "11");
        assertThat(feed.getElement().getProperty("newer", -1)).isZero();
    }

    @Test
    void showsWhatStandsAtAPlaceAndBehindIt() {
        feed.showFrom(12);

        assertThat(desk.asked).containsExactly("page 13 20");
    }

    @Test
    void whatIsBehindComesWhenTheBrowserAsks() {
        desk.barks = List.of(byBella(11));

        ClientPage page = (ClientPage) call(feed, "older", "12", "20");

        assertThat(desk.asked).containsExactly("page 12 20");
        assertThat(page.rows()).extracting(row -> row.card().orElseThrow().id()).containsExactly("11");
        assertThat(page.next()).isEqualTo("11");
        assertThat(feed.shows(11)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "201, 200", "1000000000, 200", "1, 1", "0, 1", "-5, 1", "many, 20", "'', 20"})
    void noBrowserGetsMoreThan200BarksAtOnce(String wanted, int size) {
        call(feed, "older", "12", wanted);

        assertThat(desk.asked).containsExactly("page 12 " + size);
    }

    @Test
    void aCardIsSmallAndHoldsNoMarkup() {
        String json = json(ClientCard.of(byBella(12, "Hey @rex <b> #walk www.x.example", Optional.empty())));

        assertThat(json).isEqualTo("""
                        {"id":"12","entry":"12","author":{"username":"bella","name":"Bella Brindle"},\
                        "at":"2026-03-01T08:00:00Z","segments":["Hey ",["@","rex","@rex"]," <b> ",["#","walk","#walk"]," ",\
                        ["/","https://www.x.example","x.example"]],"counts":{"replies":0,"rebarks":0,"likes":0}}""");
    }

    @Test
    void aThreadHasTombstonesAndGaps() {
        feed.showRows(
                List.of(
                        new ThreadRow.Gap(true),
                        new ThreadRow.Tombstone(11, true),
                        new ThreadRow.Shown(byBella(12), false, true)),
                12,
                true);

        ClientPage page = (ClientPage) argumentsOf(feed, "show").getFirst();
        assertThat(json(page.rows().get(0))).isEqualTo("{\"linked\":true}");
        assertThat(json(page.rows().get(1))).isEqualTo("{\"gone\":\"11\",\"linked\":true}");
        assertThat(page.rows().get(2).focused()).isTrue();
        assertThat(page.next()).isEqualTo("12");
        assertThat(page.more()).isTrue();
    }

    @Test
    void knowsWhichBarksItShowsAlsoThoseInsideOfOthers() {
        feed.insert(byBella(12, "See", Optional.of(quoted(5))));
        feed.showPinned(byBella(3));

        assertThat(LongStream.of(12, 5, 3)).allMatch(feed::shows);
        assertThat(feed.shows(4)).isFalse();
        feed.remove(12);
        assertThat(feed.shows(12)).isFalse();
    }

    @Test
    void remembersTheNewest500OfThem() {
        desk.barks = LongStream.rangeClosed(1, 501).mapToObj(Barks::byBella).toList();

        feed.showNewest();

        assertThat(feed.shows(501)).isTrue();
        assertThat(feed.shows(2)).isTrue();
        assertThat(feed.shows(1)).isFalse();
    }

    @Test
    void whatIsShownAnewTakesThePlaceOfWhatWasShown() {
        feed.insert(byBella(12));
        desk.barks = List.of(byBella(13));

        feed.showNewest();

        assertThat(feed.shows(12)).isFalse();
        assertThat(feed.shows(13)).isTrue();
    }

    @Test
    void tellsWhatHasBecomeOfBarks() {
        feed.insert(byBella(12));
        feed.tell(List.of(liked(12, 3), new BarkChange.Gone(11)));

        @SuppressWarnings("unchecked")
        List<ClientChange> told =
                (List<ClientChange>) argumentsOf(feed, "change").getFirst();

        assertThat(told.get(0).counts().orElseThrow().likes()).isEqualTo(3);
        assertThat(json(told.get(1))).isEqualTo("{\"id\":\"11\"}");
    }

    @Test
    void readersOwnMarksComeWithAChange() {
        BarkChange unliked = new BarkChange.Updated(
                12,
                7,
                12,
                "Woof",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                new BarkCounts(0, 0, 0),
                Map.of(
                        8L,
                        new BarkCard.ReaderMarks(false, false, true, false),
                        9L,
                        new BarkCard.ReaderMarks(false, true, true, false)));

        assertThat(json(ClientChange.of(unliked.forReader(8, hidden -> false))))
                .contains("\"marks\":{\"liked\":false,\"rebarked\":true,\"bookmarked\":false}");
        assertThat(json(ClientChange.of(unliked.forReader(10, hidden -> false))))
                .doesNotContain("marks");
    }

    @Test
    void aRebarkThatWasTakenBackConcernsWhoeverSeesIt() {
        feed.insert(rebarked(20, 12));

        assertThat(feed.isConcernedBy(new BarkChange.Gone(20))).isTrue();
        assertThat(feed.isConcernedBy(new BarkChange.Gone(21))).isFalse();
        assertThat(feed.shows(20)).isFalse();
        assertThat(feed.shows(12)).isTrue();
    }

    @Test
    void tellsWhatAShownBarkQuotesByNow() {
        feed.insert(byBella(12));

        assertThat(((ClientCard) call(feed, "cardOf", "12"))
                        .quote()
                        .orElseThrow()
                        .id())
                .isEqualTo("99");
        assertThat(feed.shows(99)).isTrue();
        assertThat(call(feed, "cardOf", "13")).isNull();
        assertThat(call(feed, "cardOf", "bone")).isNull();
    }

    @Test
    void aTabThatNobodyReadsIsToldOnceToAskForAll() {
        for (int i = 0; i < 1_000; i++) {
            feed.tell(List.of(liked(12, i)));
        }

        assertThat(hasTold(feed, "catchUp")).isTrue();
        assertThat(hasTold(feed, "change")).isFalse();
    }

    @Test
    void whoWasAwayHearsWhatHasBecomeOfWhatIsShown() {
        feed.insert(byBella(12));
        feed.insert(byBella(13));
        desk.changes = List.of(new BarkChange.Gone(13));

        List<?> changes = (List<?>) call(feed, "changesSince");

        assertThat(desk.asked).containsExactly("changes of [12, 13]");
        assertThat(changes).hasSize(1);
        assertThat(feed.shows(13)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "like, like 12 true",
        "unlike, like 12 false",
        "rebark, rebark 12 true",
        "unrebark, rebark 12 false",
        "pin, pin 12 true",
        "unpin, pin 12 false",
        "detachQuote, detach 12"
    })
    void whatABrowserAsksForIsDoneOrRefusedWithTheReason(String method, String deed) {
        assertThat(call(feed, method, "12")).isEqualTo(new Answer(true, ""));
        assertThat(desk.asked).containsExactly(deed);

        desk.refusal = Optional.of("Take a breath.");
        assertThat(call(feed, method, "12")).isEqualTo(new Answer(false, "Take a breath."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"askToDelete", "askToRedraft", "askToMuteAuthor", "askToMuteThread", "askToBlock"})
    void questionsAreLeftToTheView(String method) {
        call(feed, method, "12");

        assertThat(desk.asked).containsExactly(method + " 12");
    }

    @Test
    void theTextAndTheHistoryOfABarkComeWhenAskedFor() {
        assertThat(call(feed, "textToEdit", "12")).isEqualTo("Text of 12");
        assertThat(call(feed, "history", "12"))
                .isEqualTo(List.of(new BarkFeed.Version("Before", "2026-03-01T08:00:00Z")));

        desk.isForReader = false;
        assertThat(call(feed, "textToEdit", "12")).isEqualTo("");
        assertThat(call(feed, "history", "12")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "1e3", "99999999999999999999", "12; delete from barks", "null", "１２x"})
    void anIdThatIsNoneLeadsNowhere(String id) {
        assertThat(call(feed, "older", id, "20")).isEqualTo(new ClientPage(List.of(), "", false));
        for (String method : List.of("like", "unlike", "rebark", "unrebark", "pin", "unpin", "detachQuote")) {
            assertThat(call(feed, method, id))
                    .isEqualTo(new Answer(false, "That did not work. Try again in a moment."));
        }
        for (String method :
                List.of("askToDelete", "askToRedraft", "askToMuteAuthor", "askToMuteThread", "askToBlock")) {
            call(feed, method, id);
        }
        assertThat(call(feed, "textToEdit", id)).isEqualTo("");
        assertThat(call(feed, "history", id)).isEqualTo(List.of());

        assertThat(desk.asked).isEmpty();
    }

    @Test
    void newerOnesAreTheNewestPageUnlessTheViewKnowsBetter() {
        feed.announce(3);
        call(feed, "showNewer");
        assertThat(desk.asked).containsExactly("page 9223372036854775807 20");
        assertThat(feed.getElement().getProperty("newer", -1)).isZero();

        feed.announce(3);
        feed.whenNewerAreWanted(() -> desk.asked.add("drawn anew"));
        call(feed, "showNewer");
        assertThat(desk.asked).last().isEqualTo("drawn anew");
        assertThat(feed.getElement().getProperty("newer", -1)).isZero();
    }

    private List<String> shownIds() {
        ClientPage page = (ClientPage) argumentsOf(feed, "show").getFirst();
        return page.rows().stream().map(row -> row.card().orElseThrow().id()).toList();
    }

    private static String json(Object told) {
        return new JsonMapper().writeValueAsString(told);
    }

    private static final class Desk implements BarkFeed.Source, BarkFeed.Actions {

        private final List<String> asked = new ArrayList<>();
        private List<BarkCard> barks = List.of();
        private List<BarkChange> changes = List.of();
        private Optional<String> refusal = Optional.empty();
        private boolean isForReader = true;

        @Override
        public BarkPage page(long before, int size) {
            asked.add("page " + before + " " + size);
            return barks.isEmpty()
                    ? BarkPage.empty()
                    : new BarkPage(barks, barks.getLast().entryId(), false);
        }

        @Override
        public Optional<String> like(long barkId, boolean on) {
            asked.add("like " + barkId + " " + on);
            return refusal;
        }

        @Override
        public Optional<String> rebark(long barkId, boolean on) {
            asked.add("rebark " + barkId + " " + on);
            return refusal;
        }

        @Override
        public Optional<String> bookmark(long barkId, boolean on) {
            asked.add("bookmark " + barkId + " " + on);
            return refusal;
        }

        @Override
        public Optional<String> remind(long barkId, Instant at) {
            asked.add("remind " + barkId + " " + at);
            return refusal;
        }

        @Override
        public Optional<String> pin(long barkId, boolean on) {
            asked.add("pin " + barkId + " " + on);
            return refusal;
        }

        @Override
        public Optional<String> detachQuote(long barkId) {
            asked.add("detach " + barkId);
            return refusal;
        }

        @Override
        public void askToDelete(long barkId) {
            asked.add("askToDelete " + barkId);
        }

        @Override
        public void askToRedraft(long barkId) {
            asked.add("askToRedraft " + barkId);
        }

        @Override
        public void askToMuteAuthor(long barkId) {
            asked.add("askToMuteAuthor " + barkId);
        }

        @Override
        public void askToMuteThread(long barkId) {
            asked.add("askToMuteThread " + barkId);
        }

        @Override
        public void askToBlock(long barkId) {
            asked.add("askToBlock " + barkId);
        }

        @Override
        public Optional<String> textToEdit(long barkId) {
            return isForReader ? Optional.of("Text of " + barkId) : Optional.empty();
        }

        @Override
        public List<BarkVersion> history(long barkId) {
            return isForReader ? List.of(new BarkVersion("Before", Barks.MORNING)) : List.of();
        }

        @Override
        public Optional<BarkCard> card(long barkId) {
            return Optional.of(byBella(barkId, "Woof", Optional.of(Barks.quoted(99))));
        }

        @Override
        public List<BarkChange> changesOf(List<Long> barkIds) {
            asked.add("changes of " + barkIds);
            return changes;
        }
    }
}
