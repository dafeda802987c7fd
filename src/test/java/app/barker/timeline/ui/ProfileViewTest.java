package app.barker.timeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Viewer;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileViewTest extends FeedViewTest {

    long bark;

    @BeforeEach
    void bellaHasBarked() {
        bark = barking.bark(bella, "From Bella");
        logIn(rex);
    }

    @Test
    void showsWhoSomebodyIs() {
        follows.follow(bella, rex.username());
        follows.follow(otto, bella.username());
        follows.follow(rex, bella.username());

        assertThat(openProfile(bella)).isEqualTo(200);

        var shown = headShown();
        assertThat(shown.username()).isEqualTo(bella.username());
        assertThat(shown.barks()).isEqualTo(1);
        assertThat(shown.following()).isEqualTo(1);
        assertThat(shown.followers()).isEqualTo(2);
        assertThat(shown.followsYou()).isTrue();
        assertThat(shown.followed()).isTrue();
        assertThat(shown.mine()).isFalse();
        assertThat(isMarkedMuted()).isFalse();
    }

    @Test
    void isFoundHoweverTheNameIsWritten() {
        assertThat(open("users/" + bella.username().toUpperCase(Locale.ROOT))).isEqualTo(200);

        assertThat(headShown().username()).isEqualTo(bella.username());
    }

    @Test
    void showsWhatSomebodySaysAnswersAndLikes() {
        long ofOtto = barking.bark(otto, "From Otto");
        long reply = barking.reply(bella, ofOtto, "Reply");
        long liked = barking.bark(otto, "Liked");
        reactions.like(bella, liked);
        reactions.rebark(bella, ofOtto);

        openProfile(bella);
        assertThat(shown()).containsExactly(ofOtto, bark);
        assertThat(shownCards().getFirst().rebarkedBy().orElseThrow().username())
                .isEqualTo(bella.username());
        open("users/" + bella.username() + "/replies");
        assertThat(shown()).containsExactly(reply);
        open("users/" + bella.username() + "/likes");
        assertThat(shown()).containsExactly(liked);
        assertThat(open("users/" + bella.username() + "/barks")).isEqualTo(404);
    }

    @Test
    void anotherProfileOnTheSamePageIsAnothers() {
        long ofOtto = barking.bark(otto, "From Otto");
        openProfile(bella);

        openProfile(otto);

        assertThat(headShown().username()).isEqualTo(otto.username());
        assertThat(shown()).containsExactly(ofOtto);
    }

    @Test
    void thePinnedBarkStandsOnTopOfTheFirstPageAlone() {
        barking.bark(bella, "Later");
        openProfile(bella);
        assertThat(hasTold(feed(), ".showPinned(")).isFalse();

        reactions.pin(bella, bark);
        openProfile(bella);
        assertThat(argumentsOf(feed(), ".showPinned(").getFirst().toString()).contains("id=" + bark + ",");

        logIn(rex);
        open("users/" + bella.username() + "/replies");
        assertThat(hasTold(feed(), ".showPinned(")).isFalse();
        open("users/" + bella.username() + "?from=" + bark);
        assertThat(hasTold(feed(), ".showPinned(")).isFalse();
        assertThat(shown()).containsExactly(bark);
        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void ofOnesOwnTheHeadKnowsThatItIs() {
        openProfile(rex);

        assertThat(headShown().mine()).isTrue();
        assertThat(call(head(), "follow", true))
                .isEqualTo(new FollowAnswer(false, "This person is not here any more."));
        assertThat(followers(rex)).isZero();
    }

    @Test
    void aPressFollowsAndTheNextUnfollows() {
        openProfile(bella);

        assertThat(call(head(), "follow", true)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(call(head(), "follow", true)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(followers(bella)).isEqualTo(1);

        assertThat(call(head(), "follow", false)).isEqualTo(new FollowAnswer(true, ""));
        assertThat(followers(bella)).isZero();
    }

    @Test
    void nobodyFollowsAcrossABlock() {
        openProfile(bella);
        blocks.block(bella, rex.username());

        assertThat(call(head(), "follow", true))
                .isEqualTo(new FollowAnswer(false, "This person is not here any more."));

        assertThat(followers(bella)).isZero();
    }

    @Test
    void whoIsMutedIsMarkedAndStillReadable() {
        openProfile(bella);
        call(head(), "mute");
        assertThat(isMarkedMuted()).isFalse();

        confirm();

        assertThat(isMarkedMuted()).isTrue();
        assertThat(mutes.mutesOf(rex)).hasSize(1);
        openProfile(bella);
        assertThat(isMarkedMuted()).isTrue();
        assertThat(shown()).containsExactly(bark);

        call(head(), "unmute");
        assertThat(isMarkedMuted()).isFalse();
        assertThat(mutes.mutesOf(rex)).isEmpty();
    }

    @Test
    void whoCancelsMutesAndBlocksNobody() {
        openProfile(bella);

        call(head(), "mute");
        test(question()).cancel();
        call(head(), "block");
        test(question()).cancel();

        assertThat(mutes.mutesOf(rex)).isEmpty();
        assertThat(blocks.blockedBy(rex)).isEmpty();
        assertThat(isMarkedMuted()).isFalse();
    }

    @Test
    void whoBlocksSomebodyLeavesTheirProfile() {
        openProfile(bella);
        call(head(), "block");
        assertThat(blocks.between(rex.id(), bella.id())).isFalse();

        confirm();

        assertThat(blocks.between(rex.id(), bella.id())).isTrue();
        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
        assertThat(openProfile(bella)).isEqualTo(404);
    }

    @Test
    void acrossABlockAProfileLooksLikeNobodys() {
        assertThat(openProfile(bella)).isEqualTo(200);
        blocks.block(bella, rex.username());

        for (String tab : new String[] {"", "/replies", "/media", "/likes", "?from=" + bark}) {
            assertThat(open("users/" + bella.username() + tab)).isEqualTo(404);
        }

        logIn(bella);
        assertThat(openProfile(rex)).isEqualTo(404);
        logIn(otto);
        assertThat(openProfile(bella)).isEqualTo(200);
    }

    @Test
    void nothingBehindABlockStandsAmongWhatSomebodyLikes() {
        reactions.like(otto, bark);
        open("users/" + otto.username() + "/likes");
        assertThat(shown()).containsExactly(bark);

        blocks.block(rex, bella.username());
        open("users/" + otto.username() + "/likes");

        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsNewIsAnnouncedWhereItBelongs() {
        long ofOtto = barking.bark(otto, "From Otto");
        openProfile(bella);
        barking.reply(bella, ofOtto, "Reply");
        barking.bark(otto, "Not Bella");
        barking.bark(bella, "New");
        reactions.rebark(bella, ofOtto);
        waitUntilAllIsTold();
        assertThat(newer()).isEqualTo(2);

        open("users/" + bella.username() + "/replies");
        barking.reply(bella, ofOtto, "Another reply");
        barking.bark(bella, "Another bark");
        waitUntilAllIsTold();
        assertThat(newer()).isEqualTo(1);
    }

    @Test
    void newerOnesComeBelowThePinnedOne() {
        reactions.pin(bella, bark);
        openProfile(bella);
        long later = barking.bark(bella, "Later");
        awaitNewer(1);

        call(feed(), "showNewer");

        assertThat(shown()).containsExactly(later, bark);
        assertThat(feed().shows(bark)).isTrue();
        assertThat(newer()).isZero();
    }

    @Test
    void whatOnePostsOnOnesOwnProfileIsShownThere() {
        openProfile(rex);

        assertThat(post("From Rex").posted()).isTrue();

        assertThat(card(inserted().orElseThrow()).text()).isEqualTo("From Rex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bella", "rex/replies", "rex/media", "rex/likes"})
    void whatOnePostsElsewhereIsNotShown(String profile) {
        String suffix = rex.username().substring("rex".length());
        open("users/" + profile.replaceFirst("^\\w+", "$0" + suffix));

        assertThat(post("From Rex").posted()).isTrue();

        assertThat(inserted()).isEmpty();
        assertThat(storedTexts()).contains("From Rex");
    }

    @Test
    void anAnswerIsShownAmongOnesOwnReplies() {
        open("users/" + rex.username() + "/replies");

        call(composer(), "answer", "To Bella", UUID.randomUUID().toString(), String.valueOf(bark));

        assertThat(inserted()).isPresent();
    }

    private int openProfile(Viewer person) {
        return open("users/" + person.username());
    }

    private ProfileHead head() {
        return find(ProfileHead.class).single();
    }

    private ProfileHead.Head headShown() {
        return (ProfileHead.Head) argumentsOf(head(), ".show(").getFirst();
    }

    private boolean isMarkedMuted() {
        return head().getElement().getProperty("muted", false);
    }

    private int followers(Viewer person) {
        return jdbc.sql("select count(*) from follows where followee_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }
}
