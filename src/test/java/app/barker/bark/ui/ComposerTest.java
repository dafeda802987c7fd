package app.barker.bark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.ui.Composer.Answer;
import app.barker.bark.ui.Composer.Person;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest extends ViewTest {

    private static final String KEY = "8e1c1bb4-0b7e-4a55-a0cf-0f5b2a3c4d5e";
    private static final String OTHER_KEY = "0d9a7e06-6d5c-4d09-8f43-6a5f7a2b9c11";
    private static final Answer NOT_SENT =
            new Answer(false, "This was not sent. Your text is safe here; try again in a moment.");

    private final Desk desk = new Desk();
    private final Composer composer = new Composer("rex", "Rex Retriever", "", Composer.Place.INLINE, desk, desk);

    @BeforeEach
    void composerIsOnThePage() {
        logIn(new Viewer(1, "rex", Role.USER));
        UI.getCurrent().add(composer);
    }

    @Test
    void aBarkIsPosted() {
        assertThat(call(composer, "post", "Woof", KEY)).isEqualTo(new Answer(true, ""));

        assertThat(desk.heard).containsExactly("post Woof " + KEY + " OptionalLong.empty []");
    }

    @Test
    void aBarkShowsPicturesWithWhatThereIsToSee() {
        assertThat(call(composer, "post", "Woof", KEY, "7 A cat, asleep", "8 ")).isEqualTo(new Answer(true, ""));
        assertThat(call(composer, "answer", "Woof", KEY, "12", "9")).isEqualTo(new Answer(true, ""));

        assertThat(desk.heard)
                .containsExactly(
                        "post Woof " + KEY
                                + " OptionalLong.empty [Picture[id=7, alt=A cat, asleep], Picture[id=8, alt=]]",
                        "post Woof " + KEY + " OptionalLong[12] [Picture[id=9, alt=]]");
    }

    @Test
    void anAnswerKnowsWhatItAnswers() {
        assertThat(call(composer, "answer", "Woof", KEY, "12")).isEqualTo(new Answer(true, ""));

        assertThat(desk.heard).containsExactly("post Woof " + KEY + " OptionalLong[12] []");
    }

    @Test
    void aBarkIsWrittenAgain() {
        assertThat(call(composer, "edit", "Woof, I mean", "12")).isEqualTo(new Answer(true, ""));

        assertThat(desk.heard).containsExactly("edit Woof, I mean 12");
    }

    @Test
    void whatIsRefusedComesBackWithTheReason() {
        desk.refusal = Optional.of("Too long.");

        assertThat(call(composer, "post", "Woof", KEY)).isEqualTo(new Answer(false, "Too long."));
        assertThat(call(composer, "answer", "Woof", KEY, "12")).isEqualTo(new Answer(false, "Too long."));
        assertThat(call(composer, "edit", "Woof", "12")).isEqualTo(new Answer(false, "Too long."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "00000000-0000-0000-0000", "'; delete from barks; --"})
    void whatNoComposerMadeIsNotSent(String foreign) {
        assertThat(call(composer, "post", "Woof", foreign)).isEqualTo(NOT_SENT);
        assertThat(call(composer, "answer", "Woof", foreign, "12")).isEqualTo(NOT_SENT);
        assertThat(call(composer, "answer", "Woof", KEY, foreign)).isEqualTo(NOT_SENT);
        assertThat(call(composer, "edit", "Woof", foreign)).isEqualTo(NOT_SENT);
        assertThat(call(composer, "post", "Woof", KEY, foreign)).isEqualTo(NOT_SENT);

        assertThat(desk.heard).isEmpty();
    }

    @Test
    void offersThoseWhoseNameBeginsSo() {
        assertThat(call(composer, "people", "be"))
                .isEqualTo(List.of(new ClientPerson("bella", "Bella Brindle", "/avatars/7/a.jpg")));
        assertThat(desk.heard).containsExactly("who begins with be");
    }

    @Test
    void offersNobodyForWhatIsNoBeginningOfAName() {
        assertThat(call(composer, "people", "")).isEqualTo(List.of());
        assertThat(call(composer, "people", "b".repeat(31))).isEqualTo(List.of());

        assertThat(desk.heard).isEmpty();
    }

    @Test
    void standsInThePageOrNowhere() {
        Composer tucked = new Composer("rex", "Rex Retriever", "/avatars/1/a.jpg", Composer.Place.TUCKED, desk, desk);

        assertThat(composer.getElement().hasAttribute("tucked")).isFalse();
        assertThat(composer.getElement().hasAttribute("avatar")).isFalse();
        assertThat(tucked.getElement().hasAttribute("tucked")).isTrue();
        assertThat(tucked.getElement().getAttribute("avatar")).isEqualTo("/avatars/1/a.jpg");
    }

    @Test
    void aTextIsPutInToBeWrittenAgain() {
        composer.beginWith("I ate the couch", List.of(new Composer.Picture(7, "A couch")));
        assertThat(argumentsOf(composer, "beginWith"))
                .containsExactly("I ate the couch", List.of(new Composer.ClientPicture("7", "A couch")));

        composer.beginWith("It was the cat", List.of(), 12, "bella", "Bella Brindle");
        assertThat(argumentsOf(composer, "beginWith"))
                .containsExactly("It was the cat", List.of(), "12", "bella", "Bella Brindle");
    }

    @Test
    void whatIsBeingWrittenIsKept() {
        assertThat(call(composer, "saveDraft", "Wo", KEY, OTHER_KEY + ",foreign", "12"))
                .isEqualTo("");
        assertThat(call(composer, "saveDraft", "Wo", KEY, "", "")).isEqualTo("");
        desk.refusal = Optional.of("Too long.");
        assertThat(call(composer, "saveDraft", "Wo", KEY, "", "")).isEqualTo("Too long.");

        assertThat(desk.heard)
                .containsExactly(
                        "save Wo " + KEY + " OptionalLong[12] [" + OTHER_KEY + "]",
                        "save Wo " + KEY + " OptionalLong.empty []",
                        "save Wo " + KEY + " OptionalLong.empty []");
    }

    @Test
    void draftsAreListedOpenedAndThrownAway() {
        assertThat(call(composer, "drafts"))
                .isEqualTo(List.of(new ClientDraft(KEY, "Wo", true, "2026-03-01T08:00:00Z")));
        assertThat(call(composer, "openDraft", KEY))
                .isEqualTo(new ClientDraft.Opened("Woof", true, Optional.of(ClientCard.of(Barks.byBella(7)))));
        call(composer, "discardDrafts", KEY + "," + OTHER_KEY);

        assertThat(desk.heard).containsExactly("drafts", "open " + KEY, "discard [" + KEY + ", " + OTHER_KEY + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "woof", "'; delete from drafts; --"})
    void whatIsNoKeyLeadsToNoDraft(String foreign) {
        assertThat(call(composer, "saveDraft", "Wo", foreign, foreign, foreign)).isEqualTo("");
        assertThat(call(composer, "openDraft", foreign)).isNull();
        call(composer, "discardDrafts", foreign);

        assertThat(desk.heard).containsExactly("discard []");
    }

    private static final class Desk implements Composer.Posting, Composer.Drafting {

        private final List<String> heard = new ArrayList<>();
        private Optional<String> refusal = Optional.empty();

        @Override
        public Optional<String> post(String text, UUID key, OptionalLong inReplyTo, List<Composer.Picture> pictures) {
            heard.add("post " + text + " " + key + " " + inReplyTo + " " + pictures);
            return refusal;
        }

        @Override
        public Optional<String> edit(long barkId, String text) {
            heard.add("edit " + text + " " + barkId);
            return refusal;
        }

        @Override
        public List<Person> peopleStartingWith(String prefix) {
            heard.add("who begins with " + prefix);
            return List.of(new Person("bella", "Bella Brindle", "/avatars/7/a.jpg"));
        }

        @Override
        public Optional<String> save(String text, UUID key, OptionalLong inReplyTo, List<UUID> earlier) {
            heard.add("save " + text + " " + key + " " + inReplyTo + " " + earlier);
            return refusal;
        }

        @Override
        public List<Kept> drafts() {
            heard.add("drafts");
            return List.of(new Kept(UUID.fromString(KEY), "Wo", true, Barks.MORNING));
        }

        @Override
        public Optional<Opened> open(UUID key) {
            heard.add("open " + key);
            return Optional.of(new Opened("Woof", true, Optional.of(Barks.byBella(7))));
        }

        @Override
        public void discard(Collection<UUID> keys) {
            heard.add("discard " + keys);
        }
    }
}
