package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.ClientCard;
import app.barker.bark.ui.ClientPage;
import app.barker.bark.ui.Composer.Answer;
import app.barker.timeline.Timeline;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeViewTest extends FeedViewTest {

    @BeforeEach
    void rexIsAtHome() {
        openHome();
    }

    @Test
    void isCalledHome() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Home");
    }

    @Test
    void showsEveryoneAndSaysSoUntilTheReaderFollowsSomebody() {
        long ofBella = barking.bark(bella, "From Bella");
        long ofOtto = barking.bark(otto, "From Otto");
        openHome();
        assertThat(shown()).containsExactly(ofOtto, ofBella);
        assertThat(isWelcomed()).isTrue();

        follows.follow(rex, bella.username());
        openHome();
        assertThat(shown()).containsExactly(ofBella);
        assertThat(isWelcomed()).isFalse();

        follows.unfollow(rex, bella.username());
        openHome();
        assertThat(shown()).containsExactly(ofOtto, ofBella);
        assertThat(isWelcomed()).isTrue();
    }

    @Test
    void theWelcomeNamesWhoBarkedOfLateAndNobodyBehindABlock() {
        barking.bark(bella, "From Bella");
        barking.bark(otto, "From Otto");
        openHome();
        assertThat(suggested()).contains(bella.username(), otto.username()).doesNotContain(rex.username());

        blocks.block(otto, rex.username());
        openHome();

        assertThat(suggested()).contains(bella.username()).doesNotContain(otto.username());
    }

    @Test
    void whomTheWelcomeNamesOneCanFollowThere() {
        barking.bark(bella, "From Bella");
        openHome();

        assertThat(call(welcome(), "follow", bella.username(), true)).isEqualTo(new FollowAnswer(true, ""));
        openHome();

        assertThat(isWelcomed()).isFalse();
    }

    @Test
    void whoFollowsSomebodyFromTheWelcomeAndGoesHomeIsWelcomedNoMore() {
        long ofBella = barking.bark(bella, "From Bella");
        barking.bark(otto, "From Otto");
        openHome();
        call(welcome(), "follow", bella.username(), true);
        assertThat(isWelcomed()).isTrue();

        open("");

        assertThat(isWelcomed()).isFalse();
        assertThat(shown()).containsExactly(ofBella);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody-at-all", "' or 1=1 --", "%", "\u0000", "ｂｅｌｌａ", "🐶"})
    void aNameThatNobodyHasIsFollowedByNobody(String name) {
        assertThat(call(welcome(), "follow", name, true))
                .isEqualTo(new FollowAnswer(false, "This person is not here any more."));

        openHome();
        assertThat(isWelcomed()).isTrue();
    }

    @Test
    void olderBarksComeWhenTheBrowserAsks() {
        IntStream.rangeClosed(1, Timeline.PAGE_SIZE + 1).forEach(i -> barking.bark(bella, "Woof " + i));
        openHome();
        assertThat(shownPage().more()).isTrue();
        assertThat(shown()).hasSize(Timeline.PAGE_SIZE);

        ClientPage older = (ClientPage) call(feed(), "older", shownPage().next(), "20");

        assertThat(older.more()).isFalse();
        assertThat(older.rows()).hasSize(1);
    }

    @Test
    void aPostedBarkIsStoredAndShownToItsAuthorAtOnce() {
        assertThat(post("Ball found\nbehind the couch")).isEqualTo(new Answer(true, ""));

        assertThat(storedTexts()).containsExactly("Ball found\nbehind the couch");
        ClientCard inserted = (ClientCard) argumentsOf(feed(), ".insert(").getFirst();
        assertThat(inserted.segments()).containsExactly("Ball found\nbehind the couch");
        assertThat(inserted.mine()).isTrue();
    }

    @Test
    void twoClicksMakeOneBark() {
        String key = UUID.randomUUID().toString();

        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));
        assertThat(call(composer(), "post", "Woof", key)).isEqualTo(new Answer(true, ""));

        assertThat(storedTexts()).containsExactly("Woof");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  \n '             | There is nothing to read in this yet.
                    'bell \u0007'       | This contains control characters, which a bark cannot carry. Remove them and try again.
                    """)
    void aRefusedTextComesBackWithTheReasonAndIsNotStored(String text, String why) {
        assertThat(post(text)).isEqualTo(new Answer(false, why));

        assertThat(storedTexts()).isEmpty();
        assertThat(inserted()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String limit = "🐶".repeat(280);
        assertThat(post(limit + "🐶"))
                .isEqualTo(new Answer(false, "This is too long: a bark has at most 280 characters."));
        assertThat(storedTexts()).isEmpty();

        assertThat(post(limit).posted()).isTrue();
        assertThat(storedTexts()).containsExactly(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "00000000-0000-0000-0000", "'; delete from barks; --"})
    void aKeyThatNoComposerMadePostsNothing(String key) {
        assertThat(((Answer) call(composer(), "post", "Woof", key)).posted()).isFalse();

        assertThat(storedTexts()).isEmpty();
    }

    @Test
    void theOwnLinkOfABarkQuotesIt() {
        long umbrella = barking.bark(bella, "Has anyone seen a blue umbrella?");

        assertThat(post("Found " + linkTo(umbrella)).posted()).isTrue();

        assertThat(timeline.everyone(rex, Timeline.NEWEST, 1).barks().getFirst().quote())
                .hasValueSatisfying(quote -> assertThat(quote.id()).isEqualTo(umbrella));
    }

    @Test
    void nobodyQuotesAcrossABlock() {
        long umbrella = barking.bark(bella, "Has anyone seen a blue umbrella?");
        blocks.block(bella, rex.username());

        assertThat(post("Found " + linkTo(umbrella)).posted()).isTrue();

        assertThat(timeline.everyone(rex, Timeline.NEWEST, 1).barks().getFirst().quote())
                .isEmpty();
    }

    @Test
    void aPageOpenedAtAPlaceShowsThatAndSaysWhatIsNewer() {
        long first = barking.bark(bella, "First");
        long second = barking.bark(bella, "Second");
        long third = barking.bark(bella, "Third");

        assertThat(open("?from=" + first)).isEqualTo(200);
        assertThat(shown()).containsExactly(first);
        assertThat(newer()).isEqualTo(2);

        long fourth = barking.bark(otto, "Fourth");
        awaitNewer(3);
        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(fourth, third, second, first);
        assertThat(newer()).isZero();
    }

    @Test
    void aPageOpenedWhereABarkWasDeletedShowsWhatStandsBelow() {
        long first = barking.bark(bella, "First");
        long second = barking.bark(bella, "Second");
        long third = barking.bark(bella, "Third");
        barks.delete(bella, second);

        assertThat(open("?from=" + second)).isEqualTo(200);

        assertThat(shown()).containsExactly(first);
        assertThat(newer()).isEqualTo(1);
        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(third, first);
    }

    @Test
    void whatIsNewerThanAPlaceIsCountedByTheReadersRules() {
        long first = barking.bark(bella, "First");
        barking.bark(otto, "From Otto");
        barking.bark(bella, "About cats");
        barking.bark(bella, "About dogs");
        open("?from=" + first);
        assertThat(newer()).isEqualTo(3);

        blocks.block(otto, rex.username());
        mutes.muteWord(rex, "cats", Optional.empty());
        open("?from=" + first);

        assertThat(newer()).isEqualTo(1);
    }

    private boolean isWelcomed() {
        return welcome().getElement().hasAttribute("welcome");
    }

    private WhoToFollow welcome() {
        return find(WhoToFollow.class).single();
    }

    private String suggested() {
        return argumentsOf(welcome(), ".show(").toString();
    }

    private static String linkTo(long barkId) {
        String here = VaadinServletRequest.getCurrent().getRequestURL().toString();
        return URI.create(here).resolve("/barks/" + barkId).toString();
    }

    private void openHome() {
        logIn(rex);
        navigate(HomeView.class);
    }
}
