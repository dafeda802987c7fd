package app.barker.bark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Role;
import app.barker.account.Viewer;
import app.barker.bark.ui.Composer.Answer;
import app.barker.bark.ui.Composer.Person;
import app.barker.testing.ViewTest;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
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
    private static final Answer NOT_SENT =
            new Answer(false, "This was not sent. Your text is safe here; try again in a moment.");

    private final Desk desk = new Desk();
    private final Composer composer = new Composer("rex", "Rex Retriever", "", Composer.Place.INLINE, desk);

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
        Composer tucked = new Composer("rex", "Rex Retriever", "/avatars/1/a.jpg", Composer.Place.TUCKED, desk);

        assertThat(composer.getElement().hasAttribute("tucked")).isFalse();
        assertThat(composer.getElement().hasAttribute("avatar")).isFalse();
        assertThat(tucked.getElement().hasAttribute("tucked")).isTrue();
        assertThat(tucked.getElement().getAttribute("avatar")).isEqualTo("/avatars/1/a.jpg");
    }

    @Test
    void aTextIsPutInToBeWrittenAgain() {
        composer.beginWith("I ate the couch");
        assertThat(argumentsOf(composer, "beginWith")).containsExactly("I ate the couch");

        composer.beginWith("It was the cat", 12, "bella", "Bella Brindle");
        assertThat(argumentsOf(composer, "beginWith"))
                .containsExactly("It was the cat", "12", "bella", "Bella Brindle");
    }

    private static final class Desk implements Composer.Posting {

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
    }
}
