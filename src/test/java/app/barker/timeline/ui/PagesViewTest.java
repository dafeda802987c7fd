package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.bark.ui.BarkFeed;
import app.barker.bark.ui.ClientPage;
import app.barker.bark.ui.Composer.Answer;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everyone, threads, profiles and tags: what each shows, and to whom it is not there. */
class PagesViewTest extends FeedViewTest {

    @Test
    void everyoneShowsWhomOneDoesNotFollowToo() {
        follows.follow(rex, bella.username());
        long ofOtto = barking.bark(otto, "From Otto");
        logIn(rex);

        assertThat(open("everyone")).isEqualTo(200);

        assertThat(find(H1.class).single().getText()).isEqualTo("Everyone");
        assertThat(shown()).containsExactly(ofOtto);
        barking.bark(otto, "Another");
        awaitNewer(1);
    }

    @Test
    void aThreadShowsWhatABarkAnswersAndWhatAnswersIt() {
        long first = barking.bark(bella, "First");
        long focus = barking.reply(rex, first, "Focus");
        long reply = barking.reply(otto, focus, "Reply");
        logIn(rex);

        assertThat(open("barks/" + focus)).isEqualTo(200);

        assertThat(cardsOf(above())).containsExactly(first, focus);
        assertThat(shown()).containsExactly(reply);
        assertThat(composer().getElement().getAttribute("reply-to")).isEqualTo(String.valueOf(focus));
    }

    @Test
    void anAnswerIsStoredInTheThreadAndShown() {
        long focus = barking.bark(bella, "Where is the ball?");
        logIn(rex);
        open("barks/" + focus);

        Answer answer = (Answer)
                call(composer(), "answer", "Behind the couch", UUID.randomUUID().toString(), String.valueOf(focus));

        assertThat(answer.posted()).isTrue();
        assertThat(card(focus).counts().replies()).isEqualTo(1);
        assertThat(shownCards())
                .singleElement()
                .satisfies(card -> assertThat(card.segments()).containsExactly("Behind the couch"));
    }

    @Test
    void anAnswerToWhatIsGoneIsRefusedAndTheTextKept() {
        long focus = barking.bark(bella, "Where is the ball?");
        logIn(rex);
        open("barks/" + focus);
        barks.delete(bella, focus);

        Answer answer =
                (Answer) call(composer(), "answer", "Here", UUID.randomUUID().toString(), String.valueOf(focus));

        assertThat(answer).isEqualTo(new Answer(false, "This bark is not there any more."));
        assertThat(storedTexts()).isEmpty();
    }

    @Test
    void somebodyElsesAnswerIsAnnouncedInAnOpenThread() {
        long focus = barking.bark(bella, "Where is the ball?");
        long elsewhere = barking.bark(bella, "Elsewhere");
        logIn(rex);
        open("barks/" + focus);

        barking.reply(otto, elsewhere, "Not here");
        long reply = barking.reply(otto, focus, "Here");

        awaitNewer(1);
        call(feed(), "showNewer");
        assertThat(shown()).containsExactly(reply);
    }

    @Test
    void aTombstoneHoldsItsPlaceInAThread() {
        long focus = barking.bark(bella, "Gone soon");
        long reply = barking.reply(otto, focus, "Reply");
        barks.delete(bella, focus);
        logIn(rex);

        assertThat(open("barks/" + focus)).isEqualTo(200);

        ClientPage page = (ClientPage) argumentsOf(above(), "show").getFirst();
        assertThat(page.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.gone()).isEqualTo(String.valueOf(focus)));
        assertThat(shown()).containsExactly(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "barks/0",
                "barks/-1",
                "barks/x",
                "barks/99999999999999999999999",
                "barks/1;drop",
                "users/nobody-at-all",
                "users/x",
                "users/%00",
                "users/rex/nonsense",
                "tags/a%20b",
                "tags/123",
                "tags/-"
            })
    void whatLeadsNowhereIsNotFound(String address) {
        logIn(rex);

        assertThat(open(address)).isEqualTo(404);
    }

    @Test
    void threadAndProfileOfSomebodyBlockedLookLikeNothing() {
        long ofBella = barking.bark(bella, "From Bella");
        logIn(rex);
        assertThat(open("barks/" + ofBella)).isEqualTo(200);
        assertThat(open("users/" + bella.username())).isEqualTo(200);

        blocks.block(bella, rex.username());

        assertThat(open("barks/" + ofBella)).isEqualTo(404);
        assertThat(open("users/" + bella.username())).isEqualTo(404);
        logIn(bella);
        assertThat(open("users/" + rex.username())).isEqualTo(404);
        logIn(otto);
        assertThat(open("users/" + bella.username())).isEqualTo(200);
    }

    @Test
    void aProfileShowsWhoSomebodyIsAndWhatTheySay() {
        long ofOtto = barking.bark(otto, "From Otto");
        long bark = barking.bark(bella, "Bark");
        long reply = barking.reply(bella, ofOtto, "Reply");
        reactions.like(bella, ofOtto);
        follows.follow(bella, rex.username());
        logIn(rex);

        open("users/" + bella.username());
        assertThat(shown()).containsExactly(bark);
        var head = (ProfileHead.Head)
                argumentsOf(find(ProfileHead.class).single(), "show").getFirst();
        assertThat(head.username()).isEqualTo(bella.username());
        assertThat(head.followsYou()).isTrue();
        assertThat(head.followed()).isFalse();
        assertThat(head.mine()).isFalse();

        open("users/" + bella.username() + "/replies");
        assertThat(shown()).containsExactly(reply);
        open("users/" + bella.username() + "/likes");
        assertThat(shown()).containsExactly(ofOtto);
    }

    @Test
    void thePinnedBarkStandsOnTop() {
        long pinned = barking.bark(bella, "Read this first");
        barking.bark(bella, "And this later");
        reactions.pin(bella, pinned);
        logIn(rex);

        open("users/" + bella.username());

        assertThat(argumentsOf(feed(), "showPinned").getFirst().toString()).contains("id=" + pinned);
    }

    @Test
    void followingFromAProfileIsDoneOrRefusedWithAWord() {
        logIn(rex);
        open("users/" + bella.username());
        ProfileHead head = find(ProfileHead.class).single();

        assertThat(call(head, "follow", true)).isEqualTo(FollowAnswer.to(Optional.empty()));
        assertThat(followers(bella.id())).isEqualTo(1);
        assertThat(call(head, "follow", false)).isEqualTo(FollowAnswer.to(Optional.empty()));
        assertThat(followers(bella.id())).isZero();

        blocks.block(bella, rex.username());
        assertThat(call(head, "follow", true))
                .isEqualTo(FollowAnswer.to(Optional.of("This person is not here any more.")));
        assertThat(followers(bella.id())).isZero();
    }

    @Test
    void aTagShowsWhatCarriesIt() {
        long bark = barking.bark(bella, "Out now #Release");
        barking.bark(bella, "Nothing here");
        logIn(rex);

        assertThat(open("tags/release")).isEqualTo(200);

        assertThat(find(H1.class).single().getText()).isEqualTo("#release");
        assertThat(shown()).containsExactly(bark);
    }

    private BarkFeed above() {
        return find(BarkFeed.class).all().getFirst();
    }

    private List<Long> cardsOf(BarkFeed feed) {
        ClientPage page = (ClientPage) argumentsOf(feed, "show").getFirst();
        return page.rows().stream()
                .flatMap(row -> row.card().stream())
                .map(card -> Long.valueOf(card.id()))
                .toList();
    }

    private int followers(long person) {
        return jdbc.sql("select count(*) from follows where followee_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
